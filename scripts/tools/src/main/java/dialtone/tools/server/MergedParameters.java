package dialtone.tools.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * The parameters that a host puts into the event of a function that is not raw. Of a repeated name
 * it keeps the last value.
 */
final class MergedParameters {
  private final JsonObject event;

  MergedParameters(JsonObject event) {
    this.event = event;
  }

  void addForm(String form) {
    for (String pair : form.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        event.addProperty(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
  }

  /** Adds the members of a form or a JSON object; says whether the body was one. */
  boolean addBody(HttpCall call) {
    MediaType type = MediaType.of(call.contentType());
    String text = new String(call.body(), StandardCharsets.UTF_8);
    if (type.isForm()) {
      addForm(text);
    }
    return type.isForm() || (type.isJson() && addJson(text));
  }

  private boolean addJson(String text) {
    try {
      JsonElement json = JsonParser.parseString(text);
      if (json.isJsonObject()) {
        json.getAsJsonObject()
            .entrySet()
            .forEach(each -> event.add(each.getKey(), each.getValue()));
      }
      return json.isJsonObject();
    } catch (JsonParseException e) {
      throw new WebActionException(400, "The request content was malformed.", e);
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new WebActionException(400, "The request content was malformed.", e);
    }
  }
}
