package dialtone.simulator.webhook;

import dialtone.simulator.twiml.Method;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What Twilio asks a URL.
 *
 * @param url absolute; its fragment says how patiently it is asked
 * @param parameters in the body of a POST, in the query of a GET
 * @param idempotencyToken the same for a request and its repetition
 */
public record WebhookRequest(
    URI url, Method method, Map<String, String> parameters, Optional<String> idempotencyToken) {

  public WebhookRequest {
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  /** The URL as it travels: without the fragment, and with the parameters if it is a GET. */
  String target() {
    String text = url.toString();
    int fragment = text.indexOf('#');
    String bare = fragment < 0 ? text : text.substring(0, fragment);
    if (method == Method.POST || parameters.isEmpty()) {
      return bare;
    }
    return bare + (url.getRawQuery() == null ? '?' : '&') + encoded();
  }

  /** The parameters as a form. */
  public String encoded() {
    return parameters.entrySet().stream()
        .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
