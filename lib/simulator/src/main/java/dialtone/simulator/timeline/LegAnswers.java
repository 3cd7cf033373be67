package dialtone.simulator.timeline;

import com.google.gson.JsonObject;
import java.time.Duration;

/** Another end answered and is connected with the caller. */
public record LegAnswers(Duration at, Leg leg) implements Entry {
  @Override
  public String kind() {
    return "connected";
  }

  @Override
  public String story() {
    return leg.address() + " answers: they talk";
  }

  @Override
  public void facts(JsonObject json) {
    leg.facts(json);
  }
}
