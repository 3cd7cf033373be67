package dialtone.telephone.tariff;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;

/** Tariffs for the tests. */
final class SampleTariffs {
  private SampleTariffs() {}

  /** The sample tariff of the rules, in a zone. */
  static Tariff sample(String zone) {
    return of(zone, new Rate(hours(6), hours(22), new BigDecimal("0.09")));
  }

  static Tariff of(String zone, Rate... rates) {
    return new Tariff(
        "sample",
        Instant.parse("2016-01-01T00:00:00Z"),
        Optional.empty(),
        Currency.getInstance("USD"),
        ZoneId.of(zone),
        new BigDecimal("0.36"),
        Arrays.asList(rates));
  }

  static int hours(int hours) {
    return hours * 3_600;
  }
}
