package dialtone.core.web;

import com.twilio.security.RequestValidator;
import dialtone.core.web.Parameters.Parameter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Checks that Twilio made a request: {@code X-Twilio-Signature} is the base64 HMAC-SHA1, with the
 * account's auth token, of the URL and each form parameter, or of the URL alone when its {@code
 * bodySHA256} covers a body that is no form (Twilio, "Webhooks security").
 */
public final class TwilioSignature {
  private final List<RequestValidator> validators;

  /**
   * @param tokens every auth token that is valid at this time: two while one is being replaced
   */
  public TwilioSignature(List<String> tokens) {
    validators = tokens.stream().map(RequestValidator::new).toList();
  }

  /**
   * Whether the request carries a signature made with one of the tokens.
   *
   * @param url the URL exactly as it was called, query included
   */
  public boolean verifies(String url, WebRequest request) {
    String signature = request.header("x-twilio-signature").orElse("");
    if (signature.isEmpty()) {
      return false;
    }
    Map<String, String> signed = signedParameters(request.form());
    List<String> urls = withAndWithoutPort(url);
    for (RequestValidator validator : validators) {
      for (String each : urls) {
        if (validator.validate(each, signed, signature)) {
          return bodyIsSigned(validator, request);
        }
      }
    }
    return false;
  }

  private static boolean bodyIsSigned(RequestValidator validator, WebRequest request) {
    if (request.body().isEmpty() || !request.form().list().isEmpty()) {
      return true;
    }
    return request
        .query()
        .first("bodySHA256")
        .filter(hash -> validator.validateBody(request.body(), hash))
        .isPresent();
  }

  /**
   * The validator takes one value a name and writes name and value one after the other; Twilio
   * writes the name before each distinct value, sorted. So the names of further values go into the
   * value.
   */
  private static Map<String, String> signedParameters(Parameters form) {
    Map<String, TreeSet<String>> values = new HashMap<>();
    for (Parameter parameter : form.list()) {
      values.computeIfAbsent(parameter.name(), name -> new TreeSet<>()).add(parameter.value());
    }
    Map<String, String> signed = new HashMap<>();
    values.forEach((name, distinct) -> signed.put(name, String.join(name, distinct)));
    return signed;
  }

  /**
   * The validator tries both ports itself, but rebuilds the URL from its decoded parts when it
   * does: a query with escapes would no longer be as it was sent.
   */
  private static List<String> withAndWithoutPort(String url) {
    URI uri;
    try {
      uri = URI.create(url);
    } catch (IllegalArgumentException e) {
      return List.of(url);
    }
    if (uri.getHost() == null) {
      return List.of(url);
    }
    int standard = "https".equals(uri.getScheme()) ? 443 : 80;
    int end = url.indexOf(uri.getRawAuthority()) + uri.getRawAuthority().length();
    if (uri.getPort() == -1) {
      return List.of(url, url.substring(0, end) + ":" + standard + url.substring(end));
    }
    if (uri.getPort() == standard) {
      int colon = url.lastIndexOf(':', end - 1);
      return List.of(url, url.substring(0, colon) + url.substring(end));
    }
    return List.of(url);
  }
}
