package dialtone.telephone.tariff;

import java.time.Instant;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/** How much of a call lies within a window of the local day, on all days that it touches. */
final class ChargedTime {
  private static final long SECOND = 1_000;
  private static final long DAY = Rate.SECONDS_OF_DAY * SECOND;

  private ChargedTime() {}

  /**
   * The milliseconds from {@code start} (included) to {@code stop} (excluded) whose local time is
   * within the rate's window. Between two changes of the zone's offset local time runs like any
   * other, so each such stretch is one subtraction, however many days it has.
   */
  static long milliseconds(ZoneRules rules, Instant start, Instant stop, Rate rate) {
    long sum = 0;
    Instant at = start;
    while (at.isBefore(stop)) {
      ZoneOffsetTransition change = rules.nextTransition(at);
      Instant end =
          change == null || change.getInstant().isAfter(stop) ? stop : change.getInstant();
      long offset = rules.getOffset(at).getTotalSeconds() * SECOND;
      sum += since1970(end.toEpochMilli() + offset, rate);
      sum -= since1970(at.toEpochMilli() + offset, rate);
      at = end;
    }
    return sum;
  }

  /** The time within the windows of all days from 1970 until a local time. */
  private static long since1970(long local, Rate rate) {
    long opens = rate.from() * SECOND;
    long length = rate.until() * SECOND - opens;
    long today = Math.floorMod(local, DAY) - opens;
    return Math.floorDiv(local, DAY) * length + Math.max(0, Math.min(today, length));
  }
}
