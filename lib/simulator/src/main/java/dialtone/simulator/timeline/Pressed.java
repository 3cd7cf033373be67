package dialtone.simulator.timeline;

import com.google.gson.JsonObject;
import java.time.Duration;

/** The caller pressed a key while Twilio listened. */
public record Pressed(Duration at, char key) implements Entry {
  @Override
  public String kind() {
    return "key";
  }

  @Override
  public String story() {
    return "the caller presses " + key;
  }

  @Override
  public void facts(JsonObject json) {
    json.addProperty("key", String.valueOf(key));
  }
}
