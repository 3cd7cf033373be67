package dialtone.testkit;

import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request as Twilio Programmable Voice makes it, and the event that each kind of host makes of
 * it. Immutable: each method returns a changed copy.
 *
 * @param query the URL's query without the question mark
 * @param form the form's parameters in order
 * @param signature the value of {@code X-Twilio-Signature}; empty if there is none
 */
public record TwilioRequest(String query, List<Parameter> form, String signature) {
  /** The call's identifier in every request made here. */
  public static final String CALL_SID = "CA0123456789abcdef0123456789abcdef";

  /** One form parameter. */
  public record Parameter(String name, String value) {}

  public TwilioRequest {
    form = List.copyOf(form);
  }

  /** A request without any parameter. */
  public static TwilioRequest empty() {
    return new TwilioRequest("", List.of(), "");
  }

  /**
   * An extension of a SIP domain has dialled something, given as it stands in the URI: {@code %23}.
   */
  public static TwilioRequest fromSip(String extension, String dialled) {
    return call(
            "sip:" + extension + "@example-dev.sip.twilio.com",
            "sip:" + dialled + "@example-dev.sip.twilio.com;user=phone")
        .with("SipDomain", "example-dev.sip.twilio.com");
  }

  /** The public network calls a number. */
  public static TwilioRequest fromPstn(String from, String to) {
    return call(from, to).with("CallerName", "").with("FromState", "OR");
  }

  /** A call with the parameters that every voice request has. */
  public static TwilioRequest call(String from, String to) {
    return empty()
        .with("CallSid", CALL_SID)
        .with("AccountSid", "AC0123456789abcdef0123456789abcdef")
        .with("From", from)
        .with("To", to)
        .with("CallStatus", "ringing")
        .with("ApiVersion", "2010-04-01")
        .with("Direction", "inbound");
  }

  /** Adds a form parameter, also one that is already there. */
  public TwilioRequest with(String name, String value) {
    List<Parameter> more = new ArrayList<>(form);
    more.add(new Parameter(name, value));
    return new TwilioRequest(query, more, signature);
  }

  /** Replaces the query. */
  public TwilioRequest withQuery(String query) {
    return new TwilioRequest(query, form, signature);
  }

  /** Signs the request as Twilio does when it calls {@code url}, which includes the query. */
  public TwilioRequest signed(String token, String url) {
    return new TwilioRequest(query, form, TwilioSigner.sign(token, url, form));
  }

  /** The form as it travels, percent-encoded. */
  public String body() {
    return form.stream()
        .map(each -> encoded(each.name()) + "=" + encoded(each.value()))
        .collect(Collectors.joining("&"));
  }

  /** The event of DigitalOcean for {@code web: raw}. */
  public JsonObject digitalOceanRaw() {
    JsonObject http = digitalOceanHttp();
    http.addProperty("queryString", query);
    http.addProperty("body", body());
    http.addProperty("isBase64Encoded", false);
    JsonObject event = new JsonObject();
    event.add("http", http);
    return event;
  }

  /**
   * The event of DigitalOcean for {@code web: true}: query and form are merged beside {@code http}.
   */
  public JsonObject digitalOceanParsed() {
    JsonObject event = direct();
    event.add("http", digitalOceanHttp());
    return event;
  }

  /** The event of OpenWhisk for a raw web action. */
  public JsonObject openWhiskRaw() {
    JsonObject event = openWhiskHttp();
    event.addProperty("__ow_query", query);
    event.addProperty("__ow_body", body());
    return event;
  }

  /** The event of OpenWhisk for a web action that is not raw: query and form are merged in. */
  public JsonObject openWhiskParsed() {
    JsonObject event = direct();
    openWhiskHttp().entrySet().forEach(entry -> event.add(entry.getKey(), entry.getValue()));
    return event;
  }

  /** The event of a direct invocation: the parameters and nothing else. */
  public JsonObject direct() {
    JsonObject event = new JsonObject();
    for (String pair : query.isEmpty() ? new String[0] : query.split("&", -1)) {
      event.addProperty(
          pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
    }
    form.forEach(each -> event.addProperty(each.name(), each.value()));
    return event;
  }

  private JsonObject digitalOceanHttp() {
    JsonObject http = new JsonObject();
    http.addProperty("method", "POST");
    http.addProperty("path", "");
    http.add("headers", headers());
    return http;
  }

  private JsonObject openWhiskHttp() {
    JsonObject event = new JsonObject();
    event.addProperty("__ow_method", "post");
    event.addProperty("__ow_path", "");
    event.add("__ow_headers", headers());
    return event;
  }

  private JsonObject headers() {
    JsonObject headers = new JsonObject();
    headers.addProperty("content-type", "application/x-www-form-urlencoded; charset=UTF-8");
    headers.addProperty("user-agent", "TwilioProxy/1.1");
    if (!signature.isEmpty()) {
      headers.addProperty("x-twilio-signature", signature);
    }
    return headers;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
