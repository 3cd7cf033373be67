package dialtone.telephone.bill;

import dialtone.telephone.tariff.Price;
import java.time.YearMonth;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a subscriber's calls of a month cost.
 *
 * @param totals one for each currency that calls were charged in; never none
 * @param lines oldest call first
 */
public record Bill(String subscriber, YearMonth month, List<Price> totals, List<BillLine> lines) {
  public Bill {
    totals = List.copyOf(totals);
    lines = List.copyOf(lines);
  }

  /**
   * Adds up a bill.
   *
   * @param usual the currency of a bill without calls; it comes first if there are several
   */
  public static Bill of(String subscriber, YearMonth month, Currency usual, List<BillLine> lines) {
    Map<Currency, Price> totals = new LinkedHashMap<>();
    if (lines.isEmpty() || lines.stream().anyMatch(l -> l.price().currency().equals(usual))) {
      totals.put(usual, Price.nothing(usual));
    }
    for (BillLine line : lines) {
      totals.merge(line.price().currency(), line.price(), Price::plus);
    }
    return new Bill(subscriber, month, List.copyOf(totals.values()), lines);
  }
}
