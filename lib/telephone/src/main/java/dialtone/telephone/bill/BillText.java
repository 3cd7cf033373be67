package dialtone.telephone.bill;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dialtone.telephone.tariff.Price;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** A part of a bill as JSON, as CSV (RFC 4180) and as a page to print. */
public final class BillText {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ISO_LOCAL_DATE;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

  private final Bill bill;
  private final List<BillLine> lines;
  private final Optional<String> next;

  /**
   * @param from the first of its lines to show
   * @param most how many
   */
  public BillText(Bill bill, int from, int most) {
    this.bill = bill;
    int start = Math.min(from, bill.lines().size());
    int end = Math.min(start + most, bill.lines().size());
    lines = bill.lines().subList(start, end);
    next = end < bill.lines().size() ? Optional.of(Integer.toString(end)) : Optional.empty();
  }

  /** Where the next part begins; empty after the last. */
  public Optional<String> next() {
    return next;
  }

  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("subscriber", bill.subscriber());
    json.addProperty("period", bill.month().toString());
    json.addProperty("total", bill.totals().get(0).text());
    json.addProperty("currency", currency(bill.totals().get(0)));
    if (bill.totals().size() > 1) {
      JsonArray others = new JsonArray();
      for (Price other : bill.totals().subList(1, bill.totals().size())) {
        JsonObject total = new JsonObject();
        total.addProperty("total", other.text());
        total.addProperty("currency", currency(other));
        others.add(total);
      }
      json.add("other_totals", others);
    }
    JsonArray calls = new JsonArray();
    lines.forEach(line -> calls.add(json(line)));
    json.add("calls", calls);
    json.add("next", next.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE));
    return json;
  }

  private static JsonObject json(BillLine line) {
    JsonObject json = new JsonObject();
    json.addProperty("destination", line.destination());
    json.addProperty("call_start_date", DATE.format(line.start()));
    json.addProperty("call_start_time", TIME.format(line.start()));
    json.addProperty("call_duration", text(line.duration()));
    json.addProperty("call_price", line.price().text());
    return json;
  }

  /** A header, a row for each call, and nothing else: whoever adds the prices up has the total. */
  public String csv() {
    StringBuilder csv =
        new StringBuilder(
            "destination,call_start_date,call_start_time,call_duration,call_price,currency\r\n");
    for (BillLine line : lines) {
      csv.append(
          String.join(
              ",",
              line.destination(),
              DATE.format(line.start()),
              TIME.format(line.start()),
              text(line.duration()),
              line.price().text(),
              currency(line.price())));
      csv.append("\r\n");
    }
    return csv.toString();
  }

  /** A page that prints well: black on white, its header on every sheet. */
  public String html() {
    StringBuilder html = new StringBuilder();
    String title = "Telephone bill of " + bill.subscriber() + " for " + bill.month();
    html.append(HEAD.formatted(title, title));
    for (BillLine line : lines) {
      html.append(
          "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s %s</td></tr>\n"
              .formatted(
                  line.destination(),
                  DATE.format(line.start()),
                  TIME.format(line.start()),
                  text(line.duration()),
                  line.price().text(),
                  currency(line.price())));
    }
    html.append("</tbody>\n<tfoot>\n");
    for (Price total : bill.totals()) {
      html.append(
          "<tr><th scope=\"row\" colspan=\"4\">Total of %d %s</th><td>%s %s</td></tr>\n"
              .formatted(
                  bill.lines().size(),
                  bill.lines().size() == 1 ? "call" : "calls",
                  total.text(),
                  currency(total)));
    }
    html.append("</tfoot>\n</table>\n");
    next.ifPresent(
        from -> html.append("<p><a href=\"?page=%s\">More calls</a></p>\n".formatted(from)));
    return html.append("</body>\n</html>\n").toString();
  }

  private static String currency(Price price) {
    return price.currency().getCurrencyCode();
  }

  /** {@code 0h35m42s}. */
  static String text(Duration duration) {
    return duration.toHours()
        + "h"
        + twoDigits(duration.toMinutesPart())
        + "m"
        + twoDigits(duration.toSecondsPart())
        + "s";
  }

  // A format takes longer than all the rest of a line.
  private static String twoDigits(int number) {
    return number < 10 ? "0" + number : Integer.toString(number);
  }

  private static final String HEAD =
      """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%s</title>
      <style>
      body { font: 11pt/1.4 system-ui, sans-serif; color: #000; background: #fff; margin: 2rem auto;
        max-width: 46rem; padding: 0 1rem; }
      table { border-collapse: collapse; width: 100%%; font-variant-numeric: tabular-nums; }
      th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid #999; }
      th:last-child, td:last-child { text-align: right; white-space: nowrap; }
      thead { display: table-header-group; }
      tr { break-inside: avoid; }
      @media print { body { margin: 0; max-width: none; } a { display: none; } }
      </style>
      </head>
      <body>
      <h1>%s</h1>
      <table>
      <thead>
      <tr><th scope="col">Destination</th><th scope="col">Date</th><th scope="col">Time</th>\
      <th scope="col">Duration</th><th scope="col">Price</th></tr>
      </thead>
      <tbody>
      """;
}
