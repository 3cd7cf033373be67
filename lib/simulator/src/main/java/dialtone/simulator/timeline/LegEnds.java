package dialtone.simulator.timeline;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.OptionalInt;

/**
 * A call to another end is over.
 *
 * @param status {@code completed, busy, no-answer, failed, canceled}
 * @param sipCode the SIP response, where one was given
 * @param seconds how long they talked
 */
public record LegEnds(
    Duration at, Leg leg, String status, OptionalInt sipCode, long seconds, String why)
    implements Entry {
  @Override
  public String kind() {
    return "leg-ended";
  }

  @Override
  public String story() {
    String code = sipCode.isPresent() ? " (SIP " + sipCode.getAsInt() + ")" : "";
    return leg.address() + ": " + status + code + (why.isEmpty() ? "" : ", " + why);
  }

  @Override
  public void facts(JsonObject json) {
    leg.facts(json);
    json.addProperty("status", status);
    json.addProperty("seconds", seconds);
    sipCode.ifPresent(code -> json.addProperty("sipCode", code));
  }
}
