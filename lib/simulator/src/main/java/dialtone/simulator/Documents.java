package dialtone.simulator;

import dialtone.simulator.timeline.Asked;
import dialtone.simulator.timeline.LeftOut;
import dialtone.simulator.timeline.Sound;
import dialtone.simulator.twiml.Document;
import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.twiml.Method;
import dialtone.simulator.twiml.TwilioError;
import dialtone.simulator.twiml.Verb;
import dialtone.simulator.webhook.Exchange;
import dialtone.simulator.webhook.Fetched;
import dialtone.simulator.webhook.Reply;
import dialtone.simulator.webhook.WebhookRequest;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches a call's documents. What cannot be fetched or read sends Twilio to the fallback URL; if
 * that fails too, or there is none, the caller hears that an application error has occurred.
 */
final class Documents {
  /**
   * Twilio documents this limit for messages alone, error 14106; of a call it would ask on until
   * somebody hangs up. A loop in which the call's time stands still would never end here.
   */
  private static final int MOST_AT_A_TIME = 50;

  /** A menu that nobody ends is heard often enough here. */
  private static final int MOST = 500;

  private static final Set<String> TWIML = Set.of("text/xml", "application/xml", "text/html");

  private final CallState call;
  private int all;
  private int atThisTime;
  private Duration time = Duration.ZERO;

  Documents(CallState call) {
    this.call = call;
  }

  /** A document and the URL that its relative URLs start from. */
  record Page(URI base, Document document) {}

  /** The document to go on with; empty if the call is over because there is none. */
  Optional<Page> fetch(Next.GoTo wanted) {
    if (!call.clock().now().equals(time)) {
      time = call.clock().now();
      atThisTime = 0;
    }
    boolean tooMany = ++all > MOST;
    if (++atThisTime > MOST_AT_A_TIME || tooMany) {
      String loop =
          tooMany
              ? MOST + " documents"
              : MOST_AT_A_TIME + " documents without a second of the call";
      call.log(Flaw.breaking(TwilioError.DOCUMENT_LIMIT, loop + ", the last " + wanted.url()));
      applicationError();
      return Optional.empty();
    }
    Attempt attempt = attempt(wanted);
    Optional<URI> fallback = call.plan().fallback().filter(url -> attempt.flaw().isPresent());
    attempt
        .flaw()
        .ifPresent(flaw -> call.log(new Flaw(flaw.error(), flaw.detail(), fallback.isEmpty())));
    if (attempt.flaw().isEmpty()) {
      return Optional.of(attempt.page().orElseThrow());
    }
    Optional<Page> page = fallback.flatMap(url -> fallBack(url, wanted, attempt.flaw().get()));
    if (page.isEmpty()) {
      applicationError();
    }
    return page;
  }

  private Optional<Page> fallBack(URI url, Next.GoTo wanted, Flaw flaw) {
    Map<String, String> more = new LinkedHashMap<>(wanted.more());
    more.put("ErrorCode", String.valueOf(flaw.error().number().orElse(0)));
    more.put("ErrorUrl", wanted.url().toString());
    Attempt attempt = attempt(new Next.GoTo("fallback URL", url, Method.POST, more));
    attempt.flaw().ifPresent(call::log);
    return attempt.page();
  }

  private void applicationError() {
    call.answer();
    call.hears(
        Sound.APPLICATION_ERROR, "We are sorry, an application error has occurred. Goodbye.");
    call.end(CallStatus.COMPLETED, "an application error has occurred");
  }

  /** Either of the two is there. */
  private record Attempt(Optional<Page> page, Optional<Flaw> flaw) {}

  private Attempt attempt(Next.GoTo wanted) {
    Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
    parameters.putAll(wanted.more());
    Fetched fetched =
        call.webhooks()
            .fetch(new WebhookRequest(wanted.url(), wanted.method(), parameters, Optional.empty()));
    for (Exchange exchange : fetched.exchanges()) {
      call.add(at -> new Asked(at, wanted.purpose(), exchange));
    }
    fetched.notes().forEach(call::log);
    if (fetched.reply().isEmpty()) {
      return new Attempt(Optional.empty(), fetched.flaw());
    }
    return read(wanted.url(), fetched.reply().get());
  }

  private Attempt read(URI base, Reply reply) {
    if (reply.mediaType().startsWith("audio/")) {
      return of(base, new Verb.Play("<Play>", base.toString(), Optional.empty(), 1));
    }
    if (reply.mediaType().equals("text/plain")) {
      return of(base, new Verb.Say("<Say>", reply.body().strip(), 1));
    }
    if (!TWIML.contains(reply.mediaType())) {
      return new Attempt(
          Optional.empty(),
          Optional.of(
              Flaw.breaking(
                  TwilioError.INVALID_CONTENT_TYPE,
                  base
                      + " answered "
                      + reply.contentType().map(type -> "as " + type).orElse("without one")
                      + ": expected text/xml")));
    }
    Document document = Document.read(reply.body());
    if (!document.readable()) {
      return new Attempt(Optional.empty(), Optional.of(document.flaws().get(0)));
    }
    document.flaws().forEach(call::log);
    document.leftOut().forEach(what -> call.add(at -> new LeftOut(at, what)));
    return new Attempt(Optional.of(new Page(base, document)), Optional.empty());
  }

  /** Twilio plays audio and reads plain text out, and then hangs up. */
  private static Attempt of(URI base, Verb verb) {
    return new Attempt(Optional.of(new Page(base, Document.of(verb))), Optional.empty());
  }
}
