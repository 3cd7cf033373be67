package dialtone.simulator.timeline;

import com.google.gson.JsonObject;
import java.time.Duration;

/** Twilio listens for keys from here on, or no longer. */
public record Listening(Duration at, boolean begins) implements Entry {
  @Override
  public String kind() {
    return "listening";
  }

  @Override
  public String story() {
    return begins ? "Twilio listens for keys" : "Twilio listens no longer";
  }

  @Override
  public void facts(JsonObject json) {
    json.addProperty("begins", begins);
  }
}
