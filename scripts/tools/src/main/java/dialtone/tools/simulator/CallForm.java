package dialtone.tools.simulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dialtone.simulator.Line;
import dialtone.simulator.OtherEnd;
import java.util.Set;

/**
 * What somebody has chosen on the page before pressing call.
 *
 * @param extension who dials; empty if it is somebody outside
 * @param from the outside caller
 * @param to what is dialled, or which number of ours is called
 * @param otherEnd in the words of {@link OtherEnd#parse}
 * @param speed {@code real, fast, at-once}
 * @param keys pressed by a call that is over at once
 */
record CallForm(
    String extension, String from, String to, String otherEnd, String speed, String keys) {
  private static final Set<String> SPEEDS = Set.of("real", "fast", "at-once");
  private static final int LONGEST = 128;

  CallForm {
    if (to.isBlank()) {
      throw new IllegalArgumentException("Dial something first.");
    }
    if (extension.isBlank() == from.isBlank()) {
      throw new IllegalArgumentException(
          "Choose an extension, or give the outside caller's number.");
    }
    if (!SPEEDS.contains(speed)) {
      throw new IllegalArgumentException("Choose how fast the time passes.");
    }
    for (String text : new String[] {extension, from, to, keys}) {
      if (text.length() > LONGEST) {
        throw new IllegalArgumentException("Nothing that is dialled is that long.");
      }
    }
    OtherEnd.parse(otherEnd);
  }

  static CallForm of(JsonObject json) {
    return new CallForm(
        text(json, "extension"),
        text(json, "from"),
        text(json, "to"),
        text(json, "otherEnd"),
        text(json, "speed"),
        text(json, "keys"));
  }

  Line line(Switchboard switchboard) {
    return extension.isBlank()
        ? new Line.Outside(from.strip(), to.strip())
        : switchboard.extension(extension, to.strip());
  }

  double times() {
    return speed.equals("fast") ? 10 : 1;
  }

  boolean atOnce() {
    return speed.equals("at-once");
  }

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("extension", extension);
    json.addProperty("from", from);
    json.addProperty("to", to);
    json.addProperty("otherEnd", otherEnd);
    json.addProperty("speed", speed);
    json.addProperty("keys", keys);
    return json;
  }

  private static String text(JsonObject json, String key) {
    JsonElement value = json.get(key);
    return value == null || !value.isJsonPrimitive() ? "" : value.getAsString();
  }
}
