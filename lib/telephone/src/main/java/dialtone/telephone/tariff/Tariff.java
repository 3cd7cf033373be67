package dialtone.telephone.tariff;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * What calls cost that start while it is in force.
 *
 * @param id kept with every price that was calculated by it
 * @param validFrom the first moment it is in force
 * @param validUntil the first that it is not any more; empty if it has no end yet
 * @param zone whose local time the rates' times of day are, and a bill's months
 * @param standingCharge what every call costs, however short
 * @param rates not overlapping
 */
public record Tariff(
    String id,
    Instant validFrom,
    Optional<Instant> validUntil,
    Currency currency,
    ZoneId zone,
    BigDecimal standingCharge,
    List<Rate> rates) {
  private static final long MINUTE = 60_000;

  public Tariff {
    rates = List.copyOf(rates);
    if (validUntil.isPresent() && !validFrom.isBefore(validUntil.get())) {
      throw new IllegalArgumentException("\"valid_from\" is not before \"valid_until\"");
    }
    if (standingCharge.signum() < 0) {
      throw new IllegalArgumentException("\"standing_charge\" is less than 0");
    }
    for (int i = 0; i < rates.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (rates.get(i).overlaps(rates.get(j))) {
          throw new IllegalArgumentException("the times of day of two \"rates\" overlap");
        }
      }
    }
  }

  /**
   * What a call costs: the standing charge and, for each rate, its completed minutes. The time
   * within a rate's window is added up over all days that the call touches before its minutes are
   * counted, once.
   *
   * @throws IllegalArgumentException if the call stops before it starts
   */
  public Price price(Instant start, Instant stop) {
    if (stop.isBefore(start)) {
      throw new IllegalArgumentException("the call stops before it starts");
    }
    BigDecimal amount = standingCharge;
    for (Rate rate : rates) {
      long minutes = ChargedTime.milliseconds(zone.getRules(), start, stop, rate) / MINUTE;
      amount = amount.add(rate.perMinute().multiply(BigDecimal.valueOf(minutes)));
    }
    return new Price(amount, currency);
  }

  boolean inForce(Instant moment) {
    return !moment.isBefore(validFrom) && validUntil.map(moment::isBefore).orElse(true);
  }
}
