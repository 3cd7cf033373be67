package dialtone.telephone.bill;

import dialtone.telephone.tariff.Price;
import java.time.Duration;
import java.time.ZonedDateTime;

/**
 * A call on a bill.
 *
 * @param start in the zone of the tariff that it was charged by
 */
public record BillLine(String destination, ZonedDateTime start, Duration duration, Price price) {}
