package dialtone.telephone.tariff;

import java.math.BigDecimal;

/**
 * What a completed minute costs at a time of day.
 *
 * @param from the first second of the day that is charged, 0 to 86,399
 * @param until the first that is not any more, up to 86,400
 * @param perMinute more than nothing: time that no rate covers costs nothing
 */
public record Rate(int from, int until, BigDecimal perMinute) {
  static final int SECONDS_OF_DAY = 86_400;

  public Rate {
    if (from < 0 || until > SECONDS_OF_DAY || from >= until) {
      throw new IllegalArgumentException(
          "\"from\" is not before \"until\" within a day from 00:00 to 24:00");
    }
    if (perMinute.signum() <= 0) {
      throw new IllegalArgumentException("\"per_minute\" is not more than 0");
    }
  }

  boolean overlaps(Rate other) {
    return from < other.until && other.from < until;
  }
}
