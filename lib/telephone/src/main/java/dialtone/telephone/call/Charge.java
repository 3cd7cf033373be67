package dialtone.telephone.call;

import dialtone.telephone.tariff.Price;
import java.time.Instant;
import java.time.ZoneId;

/**
 * What a call was charged.
 *
 * @param tariff the id of the tariff that it was calculated by
 * @param zone that tariff's, which says in which month the call ended
 * @param chargedAt when it was calculated
 */
public record Charge(Price price, String tariff, ZoneId zone, Instant chargedAt) {}
