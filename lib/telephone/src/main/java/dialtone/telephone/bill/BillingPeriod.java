package dialtone.telephone.bill;

import java.time.DateTimeException;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which month a bill is asked for. Only months that are over are billed. */
public sealed interface BillingPeriod {

  /** A month that is over. */
  record Over(YearMonth month) implements BillingPeriod {}

  /** The current month or a coming one. */
  record NotOver(YearMonth month) implements BillingPeriod {}

  /** No month, or no year; {@code field} says which. */
  record Malformed(String field, String expected) implements BillingPeriod {}

  /** The last month that is over. */
  static BillingPeriod last(YearMonth current) {
    return new Over(current.minusMonths(1));
  }

  /**
   * The latest month of a name. The current one is not over, even though there was one of that name
   * a year ago: nobody should get last year's bill for this year's unawares.
   *
   * @param month {@code Jan} or {@code 1}
   */
  static BillingPeriod of(String month, YearMonth current) {
    Optional<Month> named = month(month);
    if (named.isEmpty()) {
      return new Malformed("month", "Jan to Dec, or 1 to 12");
    }
    YearMonth thisYear = current.withMonth(named.get().getValue());
    return period(thisYear.isAfter(current) ? thisYear.minusYears(1) : thisYear, current);
  }

  /** A month of a year. */
  static BillingPeriod of(String month, String year, YearMonth current) {
    Optional<Month> named = month(month);
    if (named.isEmpty()) {
      return new Malformed("month", "Jan to Dec, or 1 to 12");
    }
    return year.matches("[0-9]{4}")
        ? period(Year.parse(year).atMonth(named.get()), current)
        : new Malformed("year", "a year of four digits");
  }

  private static BillingPeriod period(YearMonth month, YearMonth current) {
    return month.isBefore(current) ? new Over(month) : new NotOver(month);
  }

  private static Optional<Month> month(String text) {
    if (text.matches("[0-9]{1,2}")) {
      try {
        return Optional.of(Month.of(Integer.parseInt(text)));
      } catch (DateTimeException e) {
        return Optional.empty();
      }
    }
    return text.length() == 3
        ? Arrays.stream(Month.values())
            .filter(month -> month.name().startsWith(text.toUpperCase(Locale.ROOT)))
            .findFirst()
        : Optional.empty();
  }
}
