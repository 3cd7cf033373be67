package dialtone.simulator;

import dialtone.simulator.timeline.Asked;
import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.twiml.Method;
import dialtone.simulator.twiml.TwilioError;
import dialtone.simulator.twiml.Verb;
import dialtone.simulator.webhook.Exchange;
import dialtone.simulator.webhook.Fetched;
import dialtone.simulator.webhook.WebhookRequest;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches what a {@code <Play>} plays, as Twilio does first. Only from the host that the dialplan
 * is on: the simulator asks no other.
 */
final class Audio {
  static final String PURPOSE = "audio of <Play>";

  private final CallState call;

  Audio(CallState call) {
    this.call = call;
  }

  void check(URI base, Verb.Play play) {
    if (play.digits().isPresent()) {
      return;
    }
    Optional<URI> url = call.links().resolve(base, play.url());
    String ours = call.plan().url().getAuthority();
    if (url.isEmpty() || !ours.equals(url.get().getAuthority())) {
      return;
    }
    Fetched fetched =
        call.webhooks()
            .fetch(new WebhookRequest(url.get(), Method.GET, Map.of(), Optional.empty()));
    for (Exchange exchange : fetched.exchanges()) {
      call.add(at -> new Asked(at, PURPOSE, exchange));
    }
    fetched.flaw().ifPresent(call::log);
    fetched
        .reply()
        .filter(reply -> !reply.mediaType().startsWith("audio/"))
        .ifPresent(
            reply ->
                call.log(
                    Flaw.breaking(
                        TwilioError.PLAY_CONTENT_TYPE,
                        url.get() + " is " + reply.contentType().orElse("without one"))));
  }
}
