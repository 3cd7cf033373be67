package dialtone.telephone.tariff;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RatingTest {
  private static final long FIRST = Instant.parse("2016-01-01T00:00:00Z").getEpochSecond();
  private static final long LAST = Instant.parse("2036-01-01T00:00:00Z").getEpochSecond();

  /** Zones with changes at midnight, of half an hour, of a whole day, and without any. */
  private static final List<String> ZONES =
      List.of(
          "America/Los_Angeles",
          "America/Sao_Paulo",
          "America/Havana",
          "Australia/Lord_Howe",
          "Asia/Kathmandu",
          "Africa/Casablanca",
          "UTC");

  @Property
  void splittingACallAtMidnightNeverMakesItDearerByMoreThanAMinutesRate(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("moments") Instant start,
      @ForAll("days") int rest) {
    Instant midnight = nextMidnight(tariff, start);
    Instant stop = midnight.plusSeconds(rest);
    BigDecimal whole = tariff.price(start, stop).amount();
    BigDecimal parts =
        tariff
            .price(start, midnight)
            .plus(tariff.price(midnight, stop))
            .amount()
            .subtract(tariff.standingCharge());

    assertThat(parts).isLessThanOrEqualTo(whole.add(dearestMinute(tariff)));
    // What the rule of completed minutes makes of it: only ever cheaper, by a minute of each rate.
    assertThat(parts).isLessThanOrEqualTo(whole);
    assertThat(parts).isGreaterThanOrEqualTo(whole.subtract(minuteOfEach(tariff)));
  }

  @Property
  void thePriceNeverFallsAsACallGrows(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("moments") Instant start,
      @ForAll("days") int seconds,
      @ForAll @IntRange(max = 200_000) int more) {
    Instant stop = start.plusSeconds(seconds);

    BigDecimal price = tariff.price(start, stop).amount();
    assertThat(tariff.price(start, stop.plusSeconds(more)).amount()).isGreaterThanOrEqualTo(price);
    assertThat(tariff.price(start.minusSeconds(more), stop).amount()).isGreaterThanOrEqualTo(price);
  }

  @Property
  void anotherMinuteCostsAtMostOneMinuteMoreOfEachRate(
      @ForAll("tariffs") Tariff tariff,
      @ForAll("moments") Instant start,
      @ForAll("days") int seconds) {
    Instant stop = start.plusSeconds(seconds);

    assertThat(tariff.price(start, stop.plusSeconds(60)).amount())
        .isLessThanOrEqualTo(tariff.price(start, stop).amount().add(minuteOfEach(tariff)));
  }

  /** Lengths as people talk, and some of days: 100,000 calls of which each second is looked at. */
  @Test
  void itAgreesWithLookingAtEachSecondOnAHundredThousandCalls() {
    Random random = new Random(20261121);
    for (int i = 0; i < 100_000; i++) {
      Tariff tariff = randomTariff(random);
      Instant start = Instant.ofEpochSecond(random.nextLong(FIRST, LAST));
      if (i % 4 == 0) {
        start = nearAChange(tariff, start, random);
      }
      int longest = i % 200 == 0 ? 200_000 : 1_200;
      Instant stop = start.plusSeconds(random.nextInt(longest));

      assertThat(tariff.price(start, stop).amount())
          .as("%s from %s to %s", tariff, start, stop)
          .isEqualByComparingTo(SecondBySecond.price(tariff, start, stop));
    }
  }

  @Provide
  Arbitrary<Tariff> tariffs() {
    return Arbitraries.longs().map(seed -> randomTariff(new Random(seed)));
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Combinators.combine(
            Arbitraries.longs().between(FIRST, LAST), Arbitraries.integers().between(0, 999))
        .as((second, milli) -> Instant.ofEpochSecond(second).plusMillis(milli));
  }

  @Provide
  Arbitrary<Integer> days() {
    return Arbitraries.integers().between(0, 400_000);
  }

  private static Tariff randomTariff(Random random) {
    String zone = ZONES.get(random.nextInt(ZONES.size()));
    if (random.nextBoolean()) {
      return SampleTariffs.sample(zone);
    }
    List<Rate> rates = new ArrayList<>();
    int at = 0;
    while (at < Rate.SECONDS_OF_DAY - 60 && rates.size() < 3) {
      int from = at + random.nextInt(Rate.SECONDS_OF_DAY - at - 1);
      int until = from + 1 + random.nextInt(Rate.SECONDS_OF_DAY - from);
      rates.add(new Rate(from, until, BigDecimal.valueOf(1 + random.nextInt(500), 3)));
      at = until;
    }
    return SampleTariffs.of(zone, rates.toArray(new Rate[0]));
  }

  private static Instant nearAChange(Tariff tariff, Instant start, Random random) {
    var change = tariff.zone().getRules().nextTransition(start);
    return change == null ? start : change.getInstant().minusSeconds(random.nextInt(600));
  }

  private static Instant nextMidnight(Tariff tariff, Instant start) {
    ZonedDateTime local = start.atZone(tariff.zone());
    Instant midnight = local.toLocalDate().plusDays(1).atStartOfDay(tariff.zone()).toInstant();
    assertThat(Duration.between(start, midnight)).isPositive();
    return midnight;
  }

  private static BigDecimal dearestMinute(Tariff tariff) {
    return tariff.rates().stream()
        .map(Rate::perMinute)
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  private static BigDecimal minuteOfEach(Tariff tariff) {
    return tariff.rates().stream().map(Rate::perMinute).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
