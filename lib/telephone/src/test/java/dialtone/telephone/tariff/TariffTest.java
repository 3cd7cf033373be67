package dialtone.telephone.tariff;

import static dialtone.telephone.tariff.SampleTariffs.hours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TariffTest {
  private static final Tariff SAMPLE = SampleTariffs.sample("UTC");

  @ParameterizedTest
  @CsvSource({
    // The rules' own example: 2 min 47 s are charged.
    "2026-10-03T21:57:13Z, 2026-10-03T22:10:56Z, 0.54",
    "2026-10-03T10:00:00Z, 2026-10-03T10:00:00Z, 0.36",
    "2026-10-03T10:00:00Z, 2026-10-03T10:00:59Z, 0.36",
    "2026-10-03T10:00:00Z, 2026-10-03T10:00:59.999Z, 0.36",
    "2026-10-03T10:00:00Z, 2026-10-03T10:01:00Z, 0.45",
    // 06:00 is included, 22:00 is not.
    "2026-10-03T05:59:00Z, 2026-10-03T06:00:59Z, 0.36",
    "2026-10-03T05:59:00Z, 2026-10-03T06:01:00Z, 0.45",
    "2026-10-03T21:59:00Z, 2026-10-03T22:30:00Z, 0.45",
    "2026-10-03T21:59:01Z, 2026-10-03T22:30:00Z, 0.36",
    "2026-10-03T22:00:00Z, 2026-10-04T06:00:00Z, 0.36",
    // 30 s of one day and 30 s of the next are one minute.
    "2026-10-03T21:59:30Z, 2026-10-04T06:00:30Z, 0.45",
    // Whole days: 960 minutes each.
    "2026-10-03T00:00:00Z, 2026-10-04T00:00:00Z, 86.76",
    "2026-10-03T12:00:00Z, 2026-10-05T12:00:00Z, 173.16",
    "2026-12-31T21:59:00Z, 2027-01-01T06:01:00Z, 0.54",
    "2024-02-28T22:00:00Z, 2024-03-01T06:00:00Z, 86.76",
    "2026-02-28T22:00:00Z, 2026-03-01T06:00:00Z, 0.36",
  })
  void aCallCostsItsStandingChargeAndItsCompletedMinutes(
      Instant start, Instant stop, String price) {
    assertThat(SAMPLE.price(start, stop).text()).isEqualTo(price);
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks go from 02:00 to 03:00 on 8 March 2026 and from 02:00 to 01:00 on 1 November.
    "6, 22, 2026-03-07T22:00-08:00, 2026-03-08T06:01-07:00, 0.45",
    "6, 22, 2026-10-31T22:00-07:00, 2026-11-01T06:01-08:00, 0.45",
    // The day of spring has no hour from 02:00 to 03:00, that of autumn two from 01:00 to 02:00.
    "2, 3, 2026-03-08T00:00-08:00, 2026-03-08T12:00-07:00, 0.36",
    "1, 3, 2026-03-08T00:00-08:00, 2026-03-08T12:00-07:00, 5.76",
    "1, 2, 2026-11-01T00:00-07:00, 2026-11-01T12:00-08:00, 11.16",
    "0, 24, 2026-03-08T00:00-08:00, 2026-03-09T00:00-07:00, 124.56",
    "0, 24, 2026-11-01T00:00-07:00, 2026-11-02T00:00-08:00, 135.36",
  })
  void aChangeToOrFromSummerTimeIsLivedThrough(
      int from, int until, OffsetDateTime start, OffsetDateTime stop, String price) {
    Tariff tariff =
        SampleTariffs.of(
            "America/Los_Angeles", new Rate(hours(from), hours(until), new BigDecimal("0.09")));

    assertThat(tariff.price(start.toInstant(), stop.toInstant()).text()).isEqualTo(price);
  }

  @Test
  void eachRateCountsItsOwnCompletedMinutes() {
    Tariff tariff =
        SampleTariffs.of(
            "UTC",
            new Rate(hours(6), hours(18), new BigDecimal("0.09")),
            new Rate(hours(18), hours(24), new BigDecimal("0.0125")));

    assertThat(
            tariff
                .price(Instant.parse("2026-10-03T17:58:30Z"), Instant.parse("2026-10-03T18:01:30Z"))
                .text())
        .isEqualTo("0.4625");
  }

  @Test
  void aCallThatStopsBeforeItStartsHasNoPrice() {
    assertThatThrownBy(
            () ->
                SAMPLE.price(
                    Instant.parse("2026-10-03T10:00:01Z"), Instant.parse("2026-10-03T10:00:00Z")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPriceIsWrittenWithItsCurrencysDigits() {
    assertThat(Price.of("0.5", "USD").text()).isEqualTo("0.50");
    assertThat(Price.of("0.125", "USD").text()).isEqualTo("0.125");
    assertThat(Price.of("90", "JPY").text()).isEqualTo("90");
    assertThat(Price.of("100", "USD").text()).isEqualTo("100.00");
  }
}
