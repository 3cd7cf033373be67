package dialtone.simulator.timeline;

import java.time.Duration;

/** The dialplan asked for something that Twilio has and the simulator does not do. */
public record NotSimulated(Duration at, String what) implements Entry {
  @Override
  public String kind() {
    return "not-simulated";
  }

  @Override
  public String story() {
    return "the simulator does not do " + what;
  }
}
