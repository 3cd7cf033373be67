package dialtone.tools.twilio;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.math.BigDecimal;

/** An attribute as Twilio tells it, and whether that is what the file says. */
record LiveValue(JsonElement json) {

  /** For people and for requests; empty for null. */
  String text() {
    return json.isJsonNull() ? "" : json.isJsonPrimitive() ? json.getAsString() : json.toString();
  }

  /** Twilio tells numbers, truth values and documents in its own spelling. */
  boolean is(String described) {
    if (text().equals(described)) {
      return true;
    }
    if (json.isJsonPrimitive() && json.getAsJsonPrimitive().isBoolean()) {
      return text().equalsIgnoreCase(described);
    }
    if (json.isJsonPrimitive() && json.getAsJsonPrimitive().isNumber()) {
      return isNumber(described);
    }
    return isDocument(text()) && isDocument(described) && parse(text()).equals(parse(described));
  }

  private boolean isNumber(String described) {
    try {
      return json.getAsBigDecimal().compareTo(new BigDecimal(described)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private static boolean isDocument(String text) {
    return text.startsWith("{") || text.startsWith("[");
  }

  private static Object parse(String text) {
    try {
      return JsonParser.parseString(text);
    } catch (JsonParseException e) {
      return text;
    }
  }
}
