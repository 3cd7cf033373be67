package dialtone.simulator.timeline;

import java.time.Duration;

/** Twilio began with a verb, given as its start tag. */
public record Performed(Duration at, String tag) implements Entry {
  @Override
  public String kind() {
    return "verb";
  }

  @Override
  public String story() {
    return tag;
  }
}
