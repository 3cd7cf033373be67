package dialtone.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the caller does.
 *
 * @param keys pressed one after the other while Twilio listens, half a second apart; each {@code w}
 *     waits half a second more, each {@code W} a second
 * @param hangsUpAfter from the beginning of the call; never, if empty
 * @param speaks how long a message is that the caller leaves
 */
public record CallerScript(String keys, Optional<Duration> hangsUpAfter, Duration speaks) {
  private static final Pattern KEYS = Pattern.compile("[0-9*#wW]*");

  /** A caller who listens and stays. */
  public static final CallerScript LISTENS =
      new CallerScript("", Optional.empty(), Duration.ofSeconds(3));

  public CallerScript {
    if (!KEYS.matcher(keys).matches()) {
      throw new IllegalArgumentException(
          "\"" + keys + "\" cannot be pressed: expected 0 to 9, *, #, and w to wait half a second");
    }
  }

  /** The same, pressing other keys. */
  public CallerScript pressing(String others) {
    return new CallerScript(others, hangsUpAfter, speaks);
  }

  /** The same, hanging up at some time. */
  public CallerScript hangingUpAfter(Duration time) {
    return new CallerScript(keys, Optional.of(time), speaks);
  }

  /** The same, leaving a message of some length. */
  public CallerScript speaking(Duration time) {
    return new CallerScript(keys, hangsUpAfter, time);
  }
}
