package dialtone.tools.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A request as it came in. */
final class HttpCall {
  /** The most that a host takes. */
  static final int MOST_BYTES = 1_048_576;

  private final String method;
  private final String path;
  private final String queryString;
  private final Map<String, String> headers;
  private final byte[] body;

  /**
   * @param method in upper case
   * @param path what follows the function's name in the URL, as it was sent; empty or begins with a
   *     slash
   * @param queryString as it was sent, without the question mark
   * @param headers by their names in lower case; the values of a repeated one joined with commas
   */
  HttpCall(
      String method, String path, String queryString, Map<String, String> headers, byte[] body) {
    this.method = method;
    this.path = path;
    this.queryString = queryString;
    this.headers = headers;
    this.body = body;
  }

  static HttpCall of(Context context, String path) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Enumeration<String> names = context.req().getHeaderNames(); names.hasMoreElements(); ) {
      String name = names.nextElement();
      String values = String.join(",", Collections.list(context.req().getHeaders(name)));
      headers.put(name.toLowerCase(Locale.ROOT), values);
    }
    String query = context.req().getQueryString();
    try {
      byte[] body = context.req().getInputStream().readNBytes(MOST_BYTES + 1);
      return new HttpCall(
          context.req().getMethod(), path, query == null ? "" : query, headers, body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  String queryString() {
    return queryString;
  }

  Map<String, String> headers() {
    return headers;
  }

  /** At most one byte more than {@link #MOST_BYTES}. */
  byte[] body() {
    return body;
  }

  String contentType() {
    return headers.getOrDefault("content-type", "");
  }

  boolean isTooLarge() {
    return body.length > MOST_BYTES;
  }
}
