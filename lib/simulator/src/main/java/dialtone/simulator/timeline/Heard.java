package dialtone.simulator.timeline;

import com.google.gson.JsonObject;
import java.time.Duration;

/**
 * The caller hears something.
 *
 * @param what the words, the file or the keys; empty if the sound says it all
 */
public record Heard(Duration at, Sound sound, String what) implements Entry {
  @Override
  public String kind() {
    return "heard";
  }

  @Override
  public String story() {
    return "the caller hears " + (what.isEmpty() ? sound.words() : sound.words() + ": " + what);
  }

  @Override
  public void facts(JsonObject json) {
    json.addProperty("sound", sound.words());
    json.addProperty("what", what);
  }
}
