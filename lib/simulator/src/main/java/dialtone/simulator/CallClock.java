package dialtone.simulator;

import java.time.Duration;
import java.util.Optional;

/** The time within a call, and what people do as it passes. */
public interface CallClock {

  /** How long the call has gone on. */
  Duration now();

  /**
   * Lets time pass until somebody does something, or until a deadline.
   *
   * @param listening whether a key would be taken; a script presses its keys only then
   * @return empty at the deadline
   */
  Optional<Act> next(Duration deadline, boolean listening);

  /** How long a caller speaks who is asked to leave a message. */
  Duration speaks();
}
