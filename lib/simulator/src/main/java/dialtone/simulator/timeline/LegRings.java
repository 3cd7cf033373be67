package dialtone.simulator.timeline;

import com.google.gson.JsonObject;
import java.time.Duration;

/** Another end rings. */
public record LegRings(Duration at, Leg leg) implements Entry {
  @Override
  public String kind() {
    return "rings";
  }

  @Override
  public String story() {
    return "it rings " + leg.address() + " with caller ID " + leg.callerId();
  }

  @Override
  public void facts(JsonObject json) {
    leg.facts(json);
  }
}
