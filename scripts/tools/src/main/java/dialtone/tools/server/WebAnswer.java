package dialtone.tools.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a function's result is as an HTTP response, by the rules of OpenWhisk's controller:
 * docs/webactions.md there, and WebActions.scala for what that leaves open.
 */
final class WebAnswer {
  private final int status;
  private final List<Header> headers;
  private final Optional<String> contentType;
  private final byte[] body;

  private WebAnswer(int status, List<Header> headers, Optional<String> contentType, byte[] body) {
    this.status = status;
    this.headers = headers;
    this.contentType = contentType;
    this.body = body;
  }

  /** One header line. */
  record Header(String name, String value) {}

  /**
   * Reads {@code statusCode, headers, body}; of a result with an {@code error}, from there.
   *
   * @throws WebActionException if the result is none that the host can send, status 400
   */
  static WebAnswer of(JsonElement result) {
    if (!(result instanceof JsonObject object)) {
      throw new WebActionException(400, "There was an error processing your request.");
    }
    if (result.toString().getBytes(StandardCharsets.UTF_8).length > HttpCall.MOST_BYTES) {
      throw new WebActionException(400, "Response is not valid 'message/http'.");
    }
    JsonElement response = object.has("error") ? object.get("error") : object;
    if (response instanceof JsonObject http) {
      return read(http);
    }
    throw invalid(null);
  }

  /**
   * The whole result as it is: what {@code .json} after a function's name asks for.
   *
   * @throws WebActionException if the result is no object and no array, status 400
   */
  static WebAnswer ofJson(JsonElement result) {
    if (!result.isJsonObject() && !result.isJsonArray()) {
      throw new WebActionException(400, "Response is not valid 'application/json'.");
    }
    byte[] body = result.toString().getBytes(StandardCharsets.UTF_8);
    return new WebAnswer(200, List.of(), Optional.of("application/json"), body);
  }

  int status() {
    return status;
  }

  /** All but the content type. */
  List<Header> headers() {
    return headers;
  }

  Optional<String> contentType() {
    return contentType;
  }

  byte[] body() {
    return body;
  }

  private static WebAnswer read(JsonObject http) {
    List<Header> headers = headers(http.get("headers"));
    Optional<String> type =
        headers.stream().filter(WebAnswer::isContentType).map(Header::value).findFirst();
    headers.removeIf(WebAnswer::isContentType);
    JsonElement body = http.has("body") ? http.get("body") : JsonNull.INSTANCE;
    boolean empty = body.isJsonNull() || (isString(body) && body.getAsString().isEmpty());
    int status = status(http.get("statusCode")).orElse(empty ? 204 : 200);
    if (empty) {
      return new WebAnswer(status, headers, Optional.empty(), new byte[0]);
    }
    String contentType = type.orElse(isString(body) ? "text/html" : "application/json");
    MediaType mediaType = MediaType.of(contentType);
    if (!mediaType.isValid()) {
      throw new WebActionException(400, "Response did not specify a known content-type.");
    }
    return new WebAnswer(
        status,
        headers,
        Optional.of(withCharset(contentType, mediaType)),
        isString(body) ? bytes(body.getAsString(), mediaType) : json(body, mediaType));
  }

  private static byte[] bytes(String body, MediaType type) {
    if (!type.isBinary()) {
      return body.getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw mismatch(e);
    }
  }

  private static byte[] json(JsonElement body, MediaType type) {
    if (!type.isJson()) {
      throw mismatch(null);
    }
    return body.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String withCharset(String contentType, MediaType type) {
    boolean add = !type.isBinary() && !type.isJson() && !type.hasCharset();
    return add ? contentType + "; charset=UTF-8" : contentType;
  }

  private static List<Header> headers(JsonElement element) {
    List<Header> headers = new ArrayList<>();
    if (element instanceof JsonObject object) {
      for (Map.Entry<String, JsonElement> entry : object.entrySet()) {
        add(entry.getKey(), entry.getValue(), headers);
      }
    } else if (element != null) {
      throw invalid(null);
    }
    return headers;
  }

  private static void add(String name, JsonElement value, List<Header> headers) {
    if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(each -> add(name, each, headers));
    } else if (value.isJsonPrimitive()) {
      headers.add(new Header(name, value.getAsString()));
    } else {
      throw invalid(null);
    }
  }

  private static Optional<Integer> status(JsonElement element) {
    if (element == null) {
      return Optional.empty();
    }
    if (!element.isJsonPrimitive()) {
      throw invalid(null);
    }
    try {
      int status = element.getAsBigDecimal().intValueExact();
      if (status >= 100 && status <= 599) {
        return Optional.of(status);
      }
      throw invalid(null);
    } catch (ArithmeticException | NumberFormatException e) {
      throw invalid(e);
    }
  }

  private static boolean isContentType(Header header) {
    return header.name().equalsIgnoreCase("content-type");
  }

  private static boolean isString(JsonElement element) {
    return element instanceof JsonPrimitive primitive && primitive.isString();
  }

  private static WebActionException invalid(Throwable cause) {
    return new WebActionException(400, "Response is not valid 'message/http'.", cause);
  }

  private static WebActionException mismatch(Throwable cause) {
    return new WebActionException(
        400, "Response type in header did not match generated content type.", cause);
  }
}
