package dialtone.tools.smoke;

import dialtone.testkit.TwilioRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** The dialplans of an instance, asked over HTTP as Twilio asks them. */
public final class RunningInstance {
  /** Twilio's own limits. */
  private static final Duration TO_CONNECT = Duration.ofSeconds(10);

  private static final Duration TO_ANSWER = Duration.ofSeconds(15);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(TO_CONNECT)
          .build();
  private final String base;
  private final String publicBase;
  private final Optional<String> authToken;

  /**
   * @param base the URL of the namespace, {@code …/api/v1/web/<namespace>}
   * @param publicBase the same as the functions know it, where a proxy stands before them
   * @param authToken what requests are signed with; without one they are not signed
   */
  public RunningInstance(String base, String publicBase, Optional<String> authToken) {
    this.base = base;
    this.publicBase = publicBase;
    this.authToken = authToken;
  }

  /** The URL of a function as the instance itself writes it, without a query. */
  public String publicUrl(String function) {
    return publicBase + "/dialplans/" + function;
  }

  /** Posts a request, signed. */
  public HttpResponse<String> post(String function, TwilioRequest request)
      throws IOException, InterruptedException {
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    TwilioRequest sent =
        authToken.map(token -> request.signed(token, publicUrl(function) + query)).orElse(request);
    return postAsIs(function, sent);
  }

  /** Posts a request with the signature that it has, if any. */
  public HttpResponse<String> postAsIs(String function, TwilioRequest request)
      throws IOException, InterruptedException {
    String query = request.query().isEmpty() ? "" : "?" + request.query();
    HttpRequest.Builder http =
        HttpRequest.newBuilder(URI.create(base + "/dialplans/" + function + query))
            .timeout(TO_ANSWER)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .POST(BodyPublishers.ofString(request.body()));
    if (!request.signature().isEmpty()) {
      http.header("X-Twilio-Signature", request.signature());
    }
    return client.send(http.build(), BodyHandlers.ofString());
  }
}
