package dialtone.simulator.timeline;

import com.google.gson.JsonObject;
import java.time.Duration;

/** An emergency number was to be called: the simulator never does. */
public record NotPlaced(Duration at, String number, String callerId) implements Entry {
  @Override
  public String kind() {
    return "not-placed";
  }

  @Override
  public String story() {
    return number
        + " would be called with caller ID "
        + callerId
        + ": an emergency call is never placed here";
  }

  @Override
  public void facts(JsonObject json) {
    json.addProperty("address", number);
    json.addProperty("callerId", callerId);
  }
}
