package dialtone.telephone.tariff;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;

/** What a call costs, told by looking at each of its seconds: slow, and obviously right. */
final class SecondBySecond {
  private SecondBySecond() {}

  static BigDecimal price(Tariff tariff, Instant start, Instant stop) {
    BigDecimal price = tariff.standingCharge();
    for (Rate rate : tariff.rates()) {
      int seconds = 0;
      for (Instant second = start; second.isBefore(stop); second = second.plusSeconds(1)) {
        LocalTime time = second.atZone(tariff.zone()).toLocalTime();
        if (time.toSecondOfDay() >= rate.from() && time.toSecondOfDay() < rate.until()) {
          seconds++;
        }
      }
      int completedMinutes = seconds / 60;
      for (int minute = 0; minute < completedMinutes; minute++) {
        price = price.add(rate.perMinute());
      }
    }
    return price;
  }
}
