package dialtone.telephone.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dialtone.core.web.Responses;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a resource answers.
 *
 * @param headers besides the content type
 */
public record Answer(int status, String contentType, String body, Map<String, String> headers) {
  static final String JSON = "application/json; charset=utf-8";

  public Answer {
    headers = Map.copyOf(headers);
  }

  static Answer of(int status, String contentType, String body) {
    return new Answer(status, contentType, body, Map.of());
  }

  static Answer json(int status, JsonElement body) {
    return of(status, JSON, body.toString());
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, contentType, body, more);
  }

  /** In the form that web actions give it. */
  JsonObject response() {
    JsonObject response = Responses.response(status, contentType, body);
    headers.forEach(response.getAsJsonObject("headers")::addProperty);
    return response;
  }
}
