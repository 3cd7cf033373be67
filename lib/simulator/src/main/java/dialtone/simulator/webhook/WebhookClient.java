package dialtone.simulator.webhook;

import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.twiml.Method;
import dialtone.simulator.twiml.TwilioError;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Asks URLs as Twilio does: within its time, again where it would, following redirections. */
public final class WebhookClient {
  private static final int MOST_REDIRECTIONS = 10;

  private final Wire wire;
  private final Pace pace;

  private WebhookClient(Wire wire, Pace pace) {
    this.wire = wire;
    this.pace = pace;
  }

  /**
   * A client.
   *
   * @param signature signs each request; none, if there is no auth token
   * @param route where a URL is really sent to, which is signed as it is: itself, but for a public
   *     address that stands for this machine
   */
  public static WebhookClient of(Optional<RequestSignature> signature, UnaryOperator<URI> route) {
    return new WebhookClient(new Wire(signature, route), Pace.REAL);
  }

  /** The same client, for which every second of Twilio's patience takes a part of a second. */
  public WebhookClient faster(double times) {
    return new WebhookClient(wire, new Pace(times));
  }

  /** Asks a URL; never throws for what the other end does. */
  public Fetched fetch(WebhookRequest request) {
    ConnectionSettings settings = ConnectionSettings.of(request.url());
    List<Exchange> exchanges = new ArrayList<>();
    Budget budget = new Budget(settings.total(), pace);
    int retries = 0;
    int redirections = 0;
    WebhookRequest next = request;
    while (true) {
      Wire.Outcome outcome = wire.send(next, settings, budget);
      Exchange exchange = outcome.exchange();
      Optional<URI> location = outcome.location();
      if (location.isPresent() && redirections >= MOST_REDIRECTIONS) {
        exchanges.add(
            flawed(
                exchange,
                TwilioError.HTTP_TOO_MANY_REDIRECTS,
                "more than " + MOST_REDIRECTIONS + ", the last to " + location.get()));
        break;
      }
      exchanges.add(exchange);
      boolean again =
          outcome.failure().filter(settings.policy()::contains).isPresent()
              && retries < settings.retries()
              && !budget.left().isZero();
      if (location.isPresent()) {
        redirections++;
        next = redirected(next, exchange.reply().orElseThrow().status(), location.get());
      } else if (again) {
        retries++;
      } else {
        break;
      }
    }
    return new Fetched(exchanges, settings.flaws());
  }

  /**
   * After 307 and 308 the same is asked elsewhere; after the others a plain GET, as browsers do.
   */
  private static WebhookRequest redirected(WebhookRequest request, int status, URI location) {
    boolean same = status == 307 || status == 308;
    return new WebhookRequest(
        location,
        same ? request.method() : Method.GET,
        request.parameters(),
        request.idempotencyToken());
  }

  private static Exchange flawed(Exchange exchange, TwilioError error, String detail) {
    return new Exchange(
        exchange.url(),
        exchange.request(),
        exchange.reply(),
        exchange.milliseconds(),
        Optional.of(Flaw.breaking(error, detail)));
  }

  /** What is left of the time in all, in Twilio's time. */
  static final class Budget {
    private final long start = System.nanoTime();
    private final Duration total;
    private final Pace pace;

    Budget(Duration total, Pace pace) {
      this.total = total;
      this.pace = pace;
    }

    Duration left() {
      Duration left = total.minus(pace.atTwilio(Duration.ofNanos(System.nanoTime() - start)));
      return left.isNegative() ? Duration.ZERO : left;
    }

    Pace pace() {
      return pace;
    }
  }
}
