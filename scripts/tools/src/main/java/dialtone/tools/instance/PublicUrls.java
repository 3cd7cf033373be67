package dialtone.tools.instance;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dialtone.core.host.Instance;
import dialtone.testkit.TwilioRequest.Parameter;
import dialtone.testkit.TwilioSigner;
import dialtone.tools.command.UserMistake;
import dialtone.tools.twilio.FunctionUrl;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks an instance through its public URLs, signed as Twilio signs. */
final class PublicUrls {
  /** What Twilio gives a function in all. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** A call that nobody makes, from a phone that no directory knows. */
  private static final Map<String, String> NOBODY =
      Map.of(
          "CallSid",
          "CA00000000000000000000000000000000",
          "From",
          "sip:nobody-promotion-check@example.com",
          "To",
          "sip:0000@example.com",
          "CallStatus",
          "ringing",
          "Direction",
          "inbound");

  private final String token;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  PublicUrls(String authToken) {
    token = authToken;
  }

  /**
   * What an instance says it is.
   *
   * @param name the instance's name in the URL; none if empty
   * @throws UserMistake if it does not answer or does not believe the signature
   */
  InstanceVersion version(String base, String name) {
    String query = name.isEmpty() ? "" : "?" + Instance.PARAMETER + "=" + name;
    String url = base + "/ops/version" + query;
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder().GET(), url, TwilioSigner.sign(token, url, List.of()));
    if (answer.statusCode() != 200) {
      throw new UserMistake(
          url + " answers " + answer.statusCode() + ": " + answer.body().strip() + meaning(answer));
    }
    try {
      InstanceVersion version = new Gson().fromJson(answer.body(), InstanceVersion.class);
      if (version != null && version.instance() != null && version.commit() != null) {
        return version;
      }
    } catch (JsonParseException e) {
      throw new UserMistake(url + " answers no JSON: " + answer.body().strip(), e);
    }
    throw new UserMistake(url + " tells no instance and commit: " + answer.body().strip());
  }

  /**
   * An instance for people: where it is, its own name, what it was built from.
   *
   * @param stack by whose name it is called
   * @throws UserMistake if it does not answer
   */
  String described(String base, String stack) {
    InstanceVersion version = version(base, stack);
    return "%s, %s, commit %s, built %s"
        .formatted(base, version(base, "").instance(), version.shortCommit(), version.built());
  }

  /**
   * Calls a voice URL as Twilio would for a phone that nobody knows: it must answer with TwiML.
   * Nothing rings.
   */
  void checkVoice(FunctionUrl function) {
    String url = function.toString().replaceFirst("#.*", "");
    String form =
        new TreeMap<>(NOBODY)
            .entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    HttpRequest.Builder post =
        HttpRequest.newBuilder()
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form));
    HttpResponse<String> answer = send(post, url, TwilioSigner.sign(token, url, signed()));
    if (answer.statusCode() != 200 || !answer.body().contains("<Response")) {
      throw new UserMistake(
          url + " answers " + answer.statusCode() + " and no TwiML" + meaning(answer));
    }
    answer
        .headers()
        .firstValue("X-Dialtone-Status")
        .ifPresent(
            status -> {
              throw new UserMistake(url + " is not set up: " + status);
            });
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String url, String signature) {
    try {
      return http.send(
          request
              .uri(URI.create(url))
              .timeout(PATIENCE)
              .header("X-Twilio-Signature", signature)
              .build(),
          HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      String why = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      throw new UserMistake(url + " does not answer: " + why, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserMistake("interrupted while waiting for " + url, e);
    }
  }

  private static String meaning(HttpResponse<String> answer) {
    return answer.statusCode() == 403
        ? ". Its TWILIO_AUTH_TOKEN is not this account's, or its PUBLIC_URL not this URL's"
        : "";
  }

  private static List<Parameter> signed() {
    return NOBODY.entrySet().stream()
        .map(each -> new Parameter(each.getKey(), each.getValue()))
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
