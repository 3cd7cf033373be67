package dialtone.telephone.web;

import dialtone.telephone.bill.Bill;
import dialtone.telephone.bill.BillText;
import dialtone.telephone.bill.BillingPeriod;
import dialtone.telephone.record.CallRecord;
import dialtone.telephone.store.BillStore;
import dialtone.telephone.tariff.Tariffs;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /bills}: what a subscriber's calls of a month cost. */
final class BillsResource implements Resource {
  /** Calls on one page: as JSON less than half of what an answer may hold. */
  private static final int MOST_LINES = 3_000;

  private final BillStore bills;
  private final Tariffs tariffs;
  private final Clock clock;

  BillsResource(BillStore bills, Tariffs tariffs, Clock clock) {
    this.bills = bills;
    this.tariffs = tariffs;
    this.clock = clock;
  }

  @Override
  public Answer answer(ApiRequest request) {
    if (!request.isGet()) {
      return Lists.readOnly();
    }
    if (request.segments().isEmpty() || request.segments().size() > 3) {
      return Problem.notFound(
              "path", "bills are at /bills/{subscriber}, …/{month} and …/{month}/{year}")
          .answer();
    }
    List<String> segments = new ArrayList<>(request.segments());
    int last = segments.size() - 1;
    Optional<Form> suffix = Form.ofSuffix(segments.get(last));
    suffix.ifPresent(form -> segments.set(last, form.without(segments.get(last))));
    Optional<Form> form =
        suffix.or(() -> Form.accepted(request.web().header("accept").orElse("*/*")));
    if (form.isEmpty()) {
      return Problem.notAcceptable("a bill is application/json, text/csv or text/html").answer();
    }
    return CallRecord.SUBSCRIBER.matcher(segments.get(0)).matches()
        ? bill(request, segments, form.get())
        : Problem.badRequest("subscriber", "3 to 15 digits, or an extension's name, expected")
            .answer();
  }

  private Answer bill(ApiRequest request, List<String> segments, Form form) {
    Instant now = clock.instant();
    BillingPeriod period = period(segments, YearMonth.from(now.atZone(tariffs.zone(now))));
    if (period instanceof BillingPeriod.Malformed malformed) {
      return Problem.badRequest(malformed.field(), malformed.expected() + " expected").answer();
    }
    if (period instanceof BillingPeriod.NotOver notOver) {
      return Problem.notFound(
              "month", notOver.month() + " is not over: only months that are over are billed")
          .answer();
    }
    YearMonth month = ((BillingPeriod.Over) period).month();
    Optional<String> page = request.query("page");
    if (page.filter(text -> !text.matches("[0-9]{1,9}")).isPresent()) {
      return Problem.badRequest("page", "the \"next\" of an earlier page expected").answer();
    }
    String subscriber = segments.get(0);
    Bill bill =
        Bill.of(
            subscriber,
            month,
            tariffs.inForce(now).orElseThrow().currency(),
            bills.lines(subscriber, month));
    BillText text = new BillText(bill, page.map(Integer::parseInt).orElse(0), MOST_LINES);
    Answer answer = form.answer(text).with("Vary", "Accept");
    return text.next().isPresent()
        ? answer.with("Link", "<?page=" + text.next().get() + ">; rel=\"next\"")
        : answer;
  }

  private static BillingPeriod period(List<String> segments, YearMonth current) {
    return switch (segments.size()) {
      case 1 -> BillingPeriod.last(current);
      case 2 -> BillingPeriod.of(segments.get(1), current);
      default -> BillingPeriod.of(segments.get(1), segments.get(2), current);
    };
  }
}
