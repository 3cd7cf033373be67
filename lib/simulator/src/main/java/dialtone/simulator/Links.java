package dialtone.simulator;

import dialtone.simulator.timeline.Asked;
import dialtone.simulator.timeline.Sound;
import dialtone.simulator.twiml.Callback;
import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.twiml.TwilioError;
import dialtone.simulator.webhook.Exchange;
import dialtone.simulator.webhook.Fetched;
import dialtone.simulator.webhook.WebhookRequest;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The URLs that documents name, absolute or relative to their own. */
final class Links {
  private final CallState call;

  Links(CallState call) {
    this.call = call;
  }

  /** The absolute URL; empty, and an error in the timeline, if Twilio could not ask it. */
  Optional<URI> resolve(URI base, String url) {
    try {
      URI resolved = base.resolve(url);
      boolean http = "http".equals(resolved.getScheme()) || "https".equals(resolved.getScheme());
      if (http && resolved.getHost() != null && !url.isBlank()) {
        return Optional.of(resolved);
      }
    } catch (IllegalArgumentException e) {
      // logged below, as any other that Twilio could not ask
    }
    call.log(Flaw.breaking(TwilioError.INVALID_URL, "\"" + url + "\""));
    return Optional.empty();
  }

  /** Goes on with another document; the call ends if its URL is none. */
  Next goTo(String purpose, URI base, Callback callback, Map<String, String> more) {
    Optional<URI> url = resolve(base, callback.url());
    if (url.isEmpty()) {
      call.answer();
      call.hears(Sound.APPLICATION_ERROR, "");
      call.end(CallStatus.COMPLETED, "an application error has occurred");
      return Next.ENDED;
    }
    return new Next.GoTo(purpose, url.get(), callback.method(), more);
  }

  /** Tells a URL how something ended though the caller is gone: nothing is done that it answers. */
  void tell(String purpose, URI base, Callback callback, Map<String, String> more) {
    Optional<URI> url = resolve(base, callback.url());
    if (url.isEmpty()) {
      return;
    }
    Map<String, String> told = new LinkedHashMap<>(call.parameters());
    told.putAll(more);
    Fetched fetched =
        call.webhooks()
            .fetch(new WebhookRequest(url.get(), callback.method(), told, Optional.empty()));
    for (Exchange exchange : fetched.exchanges()) {
      call.add(at -> new Asked(at, purpose, exchange));
    }
    fetched.flaw().ifPresent(call::log);
  }
}
