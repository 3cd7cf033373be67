package dialtone.simulator.webhook;

import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.twiml.Method;
import dialtone.simulator.twiml.TwilioError;
import dialtone.simulator.webhook.WebhookClient.Budget;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;

/** Sends one request over HTTP/1.1 and says what came of it. */
final class Wire {
  private static final int LARGEST_BODY = 64 * 1024;
  private static final Map<Duration, HttpClient> CLIENTS = new ConcurrentHashMap<>();

  private final Optional<RequestSignature> signature;
  private final UnaryOperator<URI> route;

  Wire(Optional<RequestSignature> signature, UnaryOperator<URI> route) {
    this.signature = signature;
    this.route = route;
  }

  /**
   * What came of a request.
   *
   * @param failure how it failed, by the names that a retry policy has
   * @param location where the answer sends Twilio instead
   */
  record Outcome(Exchange exchange, Optional<Failure> failure, Optional<URI> location) {}

  Outcome send(WebhookRequest request, ConnectionSettings settings, Budget budget) {
    Duration patience = shorter(settings.read(), budget.left());
    long start = System.nanoTime();
    String target = request.target();
    HttpClient client =
        CLIENTS.computeIfAbsent(
            budget.pace().here(shorter(settings.connect(), settings.total())), Wire::client);
    CompletableFuture<HttpResponse<byte[]>> sending =
        client.sendAsync(http(request, target), BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response =
          sending.get(budget.pace().here(patience).toNanos(), TimeUnit.NANOSECONDS);
      Duration took = elapsed(start, budget);
      // An answer that came in time for the timer, but late by the clock, is late.
      return took.compareTo(patience) > 0
          ? late(request, target, took, patience)
          : answered(request, target, response, took);
    } catch (TimeoutException e) {
      sending.cancel(true);
      return late(request, target, elapsed(start, budget), patience);
    } catch (ExecutionException e) {
      return unreachable(request, target, e.getCause(), elapsed(start, budget));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while asking " + target, e);
    }
  }

  private HttpRequest http(WebhookRequest request, String target) {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(route.apply(URI.create(target)))
            .header("User-Agent", "TwilioProxy/1.1")
            .header("Accept", "*/*");
    boolean post = request.method() == Method.POST;
    if (post) {
      http.header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
          .POST(BodyPublishers.ofString(request.encoded()));
    }
    signature.ifPresent(
        key ->
            http.header(
                RequestSignature.HEADER, key.of(target, post ? request.parameters() : Map.of())));
    request.idempotencyToken().ifPresent(token -> http.header("I-Twilio-Idempotency-Token", token));
    return http.build();
  }

  private static Outcome answered(
      WebhookRequest request, String target, HttpResponse<byte[]> response, Duration took) {
    Reply reply =
        new Reply(
            response.statusCode(),
            response.headers().firstValue("Content-Type"),
            new String(response.body(), StandardCharsets.UTF_8));
    boolean redirects = reply.status() / 100 == 3;
    Optional<URI> location =
        redirects
            ? response.headers().firstValue("Location").flatMap(text -> resolve(target, text))
            : Optional.empty();
    Optional<Failure> failure = Failure.of(reply.status());
    Optional<Flaw> flaw = Optional.empty();
    if (failure.isPresent()) {
      flaw =
          Optional.of(
              Flaw.breaking(
                  TwilioError.HTTP_RETRIEVAL_FAILURE, target + " answered " + reply.status()));
    } else if (redirects && location.isEmpty()) {
      flaw =
          Optional.of(
              Flaw.breaking(
                  TwilioError.HTTP_INVALID_REDIRECT,
                  target + " answered " + reply.status() + " without a usable Location"));
    } else if (response.body().length > LARGEST_BODY) {
      flaw =
          Optional.of(
              Flaw.breaking(
                  TwilioError.BODY_TOO_LARGE,
                  target + " answered " + response.body().length + " bytes; 65536 are the most"));
    }
    return new Outcome(
        new Exchange(target, request, Optional.of(reply), took.toMillis(), flaw),
        failure,
        location);
  }

  private static Outcome late(
      WebhookRequest request, String target, Duration took, Duration patience) {
    return failed(
        request,
        target,
        took,
        Failure.RT,
        "%s did not answer within %.1f s".formatted(target, patience.toMillis() / 1000.0));
  }

  private static Outcome unreachable(
      WebhookRequest request, String target, Throwable cause, Duration took) {
    String reason =
        cause instanceof HttpConnectTimeoutException
            ? "no connection in time"
            : cause instanceof IOException && cause.getMessage() != null
                ? cause.getMessage()
                : "no connection (" + cause.getClass().getSimpleName() + ")";
    return failed(request, target, took, Failure.CT, target + ": " + reason);
  }

  private static Outcome failed(
      WebhookRequest request, String target, Duration took, Failure failure, String detail) {
    Flaw flaw = Flaw.breaking(TwilioError.HTTP_CONNECTION_FAILURE, detail);
    return new Outcome(
        new Exchange(target, request, Optional.empty(), took.toMillis(), Optional.of(flaw)),
        Optional.of(failure),
        Optional.empty());
  }

  private static HttpClient client(Duration connectTimeout) {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(connectTimeout)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  private static Optional<URI> resolve(String target, String location) {
    try {
      return Optional.of(URI.create(target).resolve(location));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Duration elapsed(long start, Budget budget) {
    return budget.pace().atTwilio(Duration.ofNanos(System.nanoTime() - start));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
