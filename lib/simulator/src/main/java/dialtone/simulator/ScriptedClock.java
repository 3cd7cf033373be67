package dialtone.simulator;

import java.time.Duration;
import java.util.Optional;

/** Virtual time, which passes as fast as the engine lets it, and a caller who keeps to a script. */
final class ScriptedClock implements CallClock {
  private static final Duration STROKE = Duration.ofMillis(500);

  private final CallerScript script;
  private Duration now = Duration.ZERO;
  private int pressed;
  private Duration listened = Duration.ZERO;
  private boolean hungUp;

  ScriptedClock(CallerScript script) {
    this.script = script;
  }

  @Override
  public Duration now() {
    return now;
  }

  @Override
  public Duration speaks() {
    return script.speaks();
  }

  @Override
  public Optional<Act> next(Duration deadline, boolean listening) {
    Optional<Duration> hangUp = script.hangsUpAfter().filter(at -> !hungUp);
    Optional<Duration> stroke =
        listening
            ? untilNextStroke().map(wait -> now.plus(wait).minus(listened))
            : Optional.empty();
    Duration first = earlier(hangUp.orElse(deadline), earlier(stroke.orElse(deadline), deadline));
    if (first.compareTo(now) > 0) {
      listened = listening ? listened.plus(first.minus(now)) : listened;
      now = first;
    }
    if (hangUp.filter(at -> at.compareTo(now) <= 0).isPresent()) {
      hungUp = true;
      return Optional.of(new Act.CallerHangsUp());
    }
    if (stroke.filter(at -> at.compareTo(now) <= 0).isPresent()) {
      listened = Duration.ZERO;
      return Optional.of(new Act.PressesKey(press()));
    }
    return Optional.empty();
  }

  /** How long Twilio must have listened since the last key before the next is pressed. */
  private Optional<Duration> untilNextStroke() {
    Duration wait = STROKE;
    for (int i = pressed; i < script.keys().length(); i++) {
      switch (script.keys().charAt(i)) {
        case 'w' -> wait = wait.plusMillis(500);
        case 'W' -> wait = wait.plusSeconds(1);
        default -> {
          return Optional.of(wait);
        }
      }
    }
    return Optional.empty();
  }

  private char press() {
    char key = script.keys().charAt(pressed++);
    while (key == 'w' || key == 'W') {
      key = script.keys().charAt(pressed++);
    }
    return key;
  }

  private static Duration earlier(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
