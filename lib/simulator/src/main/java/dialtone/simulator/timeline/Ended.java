package dialtone.simulator.timeline;

import com.google.gson.JsonObject;
import java.time.Duration;

/**
 * The call is over.
 *
 * @param status Twilio's {@code CallStatus}
 * @param why who or what ended it
 */
public record Ended(Duration at, String status, String why) implements Entry {
  @Override
  public String kind() {
    return "ended";
  }

  @Override
  public String story() {
    return "the call ends as " + status + ": " + why;
  }

  @Override
  public void facts(JsonObject json) {
    json.addProperty("status", status);
    json.addProperty("why", why);
  }
}
