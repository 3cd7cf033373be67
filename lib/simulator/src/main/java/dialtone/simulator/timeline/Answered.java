package dialtone.simulator.timeline;

import java.time.Duration;

/** The caller's own call was answered: from here on it costs money. */
public record Answered(Duration at) implements Entry {
  @Override
  public String kind() {
    return "answered";
  }

  @Override
  public String story() {
    return "the caller's call is answered";
  }
}
