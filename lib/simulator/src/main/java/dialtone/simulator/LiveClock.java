package dialtone.simulator;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Real time, perhaps hastened, and people who act while it passes: the page's phone. */
public final class LiveClock implements CallClock {
  private final LinkedBlockingQueue<Act> acts = new LinkedBlockingQueue<>();
  private final double times;
  private Duration now = Duration.ZERO;

  /**
   * @param times how many seconds of the call pass in one: 1 is as at Twilio
   */
  public LiveClock(double times) {
    if (!(times > 0)) {
      throw new IllegalArgumentException("time cannot pass " + times + " times as fast");
    }
    this.times = times;
  }

  /** Somebody does something, from any thread. */
  public void act(Act act) {
    acts.add(act);
  }

  @Override
  public Duration now() {
    return now;
  }

  @Override
  public Duration speaks() {
    return Duration.ofSeconds(3);
  }

  @Override
  public Optional<Act> next(Duration deadline, boolean listening) {
    Duration wait = deadline.minus(now);
    if (wait.isNegative()) {
      return Optional.empty();
    }
    long start = System.nanoTime();
    try {
      Act act = acts.poll((long) (wait.toNanos() / times), TimeUnit.NANOSECONDS);
      Duration passed = Duration.ofNanos((long) ((System.nanoTime() - start) * times));
      now = act == null || passed.compareTo(wait) > 0 ? deadline : now.plus(passed);
      return Optional.ofNullable(act);
    } catch (InterruptedException e) {
      // Whoever ends the call's thread hangs up for the caller.
      Thread.currentThread().interrupt();
      return Optional.of(new Act.CallerHangsUp());
    }
  }
}
