package dialtone.core.web;

import com.google.gson.JsonObject;

/** Answers in the form that web actions give them: {@code statusCode, headers, body}. */
public final class Responses {
  private Responses() {}

  /** A TwiML document, status 200. */
  public static JsonObject twiml(String xml) {
    return response(200, "text/xml; charset=utf-8", xml);
  }

  /** A JSON document, status 200. */
  public static JsonObject json(JsonObject document) {
    return response(200, "application/json", document.toString());
  }

  /** A refusal in plain text, status 403. */
  public static JsonObject forbidden(String reason) {
    return response(403, "text/plain; charset=utf-8", reason + "\n");
  }

  /**
   * Any text.
   *
   * @param contentType with its charset: OpenWhisk takes a body whose type it does not know to be
   *     text for base64
   */
  public static JsonObject response(int status, String contentType, String body) {
    JsonObject headers = new JsonObject();
    headers.addProperty("Content-Type", contentType);
    JsonObject response = new JsonObject();
    response.addProperty("statusCode", status);
    response.add("headers", headers);
    response.addProperty("body", body);
    return response;
  }
}
