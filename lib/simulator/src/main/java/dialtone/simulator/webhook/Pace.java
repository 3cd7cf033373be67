package dialtone.simulator.webhook;

import java.time.Duration;

/**
 * How fast the waiting for an answer goes: at 100, Twilio's 15 seconds are over in 150 ms. Every
 * limit and every measured time goes by it, so that a test need not wait for the real rule.
 */
record Pace(double times) {
  /** As it is at Twilio. */
  static final Pace REAL = new Pace(1);

  /** How long something takes here that takes so long at Twilio. */
  Duration here(Duration atTwilio) {
    return Duration.ofNanos(Math.max(1, (long) (atTwilio.toNanos() / times)));
  }

  /** How long something would have taken at Twilio that took so long here. */
  Duration atTwilio(Duration here) {
    return Duration.ofNanos((long) (here.toNanos() * times));
  }
}
