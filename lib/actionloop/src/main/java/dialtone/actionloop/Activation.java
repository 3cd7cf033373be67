package dialtone.actionloop;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One line from the host: an event, and what the host tells about this call.
 *
 * @param event the line's {@code value}; empty if it has none
 * @param variables every other member that is text or a number, as OpenWhisk names it in the
 *     environment: {@code activation_id} is {@code __OW_ACTIVATION_ID}
 */
record Activation(JsonObject event, Map<String, String> variables) {

  /**
   * Reads a line.
   *
   * @throws IllegalArgumentException if the line is not a JSON object, or its {@code value} is none
   */
  static Activation of(String line) {
    JsonElement json;
    try {
      json = JsonParser.parseString(line);
    } catch (JsonParseException | StackOverflowError e) {
      throw new IllegalArgumentException("the request is not JSON", e);
    }
    if (!json.isJsonObject()) {
      throw new IllegalArgumentException("the request is not a JSON object");
    }
    JsonElement event = json.getAsJsonObject().get("value");
    if (event != null && !event.isJsonNull() && !event.isJsonObject()) {
      throw new IllegalArgumentException("the request's value is not a JSON object");
    }
    Map<String, String> variables = new HashMap<>();
    for (Map.Entry<String, JsonElement> member : json.getAsJsonObject().entrySet()) {
      if (member.getValue().isJsonPrimitive() && !member.getKey().equals("value")) {
        variables.put(
            "__OW_" + member.getKey().toUpperCase(Locale.ROOT), member.getValue().getAsString());
      }
    }
    return new Activation(
        event == null || event.isJsonNull() ? new JsonObject() : event.getAsJsonObject(),
        variables);
  }
}
