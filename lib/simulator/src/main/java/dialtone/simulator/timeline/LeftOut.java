package dialtone.simulator.timeline;

import java.time.Duration;

/**
 * The dialplan asked for something beside the call that the simulator does not do: a callback about
 * a recording, say. The call itself goes on as at Twilio.
 */
public record LeftOut(Duration at, String what) implements Entry {
  @Override
  public String kind() {
    return "left-out";
  }

  @Override
  public String story() {
    return "the simulator leaves out the " + what;
  }
}
