package dialtone.telephone.store;

import dialtone.telephone.call.Call;
import dialtone.telephone.call.Charge;
import dialtone.telephone.call.Contradiction;
import dialtone.telephone.call.Kept;
import dialtone.telephone.record.CallRecord;
import dialtone.telephone.record.CallRecord.Start;
import dialtone.telephone.record.CallRecord.Stop;
import dialtone.telephone.tariff.Price;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A call, and a record that contradicts it, as items: both in the partition of their call. */
final class CallItem {
  static final String CALL = "CALL";
  static final String CONTRADICTION = "CONTRADICTION#";
  static final String VERSION = "version";
  static final String PRICE = "price";
  static final String STATE = "state";

  private CallItem() {}

  static Map<String, AttributeValue> key(String callId) {
    return Item.empty()
        .with(CallsTable.PARTITION, partition(callId))
        .with(CallsTable.SORT, CALL)
        .attributes();
  }

  static String partition(String callId) {
    return "CALL#" + callId;
  }

  static Map<String, AttributeValue> of(Call call) {
    Item item = Item.of(new LinkedHashMap<>(key(call.callId())));
    item.with(VERSION, call.version() + 1);
    item.with(CallsTable.AT, Item.text(call.at()) + "#" + call.callId());
    item.with(STATE, call.state().name());
    item.with(CallsTable.MONTH, month(call.state().name(), call.at()));
    call.start().ifPresent(kept -> keep(item, "start", kept));
    call.stop().ifPresent(kept -> keep(item, "stop", kept));
    call.start()
        .map(Kept::record)
        .ifPresent(
            start ->
                item.with(CallsTable.SOURCE, start.source())
                    .with(CallsTable.DESTINATION, start.destination()));
    call.charge().ifPresent(charge -> charge(item, call, charge));
    if (!call.earlierCharges().isEmpty()) {
      List<AttributeValue> earlier =
          call.earlierCharges().stream()
              .map(charge -> AttributeValue.fromM(charge(Item.empty(), charge).attributes()))
              .toList();
      item.with("earlier", AttributeValue.fromL(earlier));
    }
    return item.attributes();
  }

  static Call call(Map<String, AttributeValue> attributes) {
    Item item = Item.of(attributes);
    String callId = item.text(CallsTable.PARTITION).substring("CALL#".length());
    Optional<Kept<Start>> start =
        item.has("start")
            ? Optional.of(kept(item, "start", start(callId, item)))
            : Optional.empty();
    Optional<Kept<Stop>> stop =
        item.has("stop")
            ? Optional.of(kept(item, "stop", new Stop(callId, item.moment("stop"))))
            : Optional.empty();
    List<Charge> earlier =
        item.find("earlier").map(AttributeValue::l).orElse(List.of()).stream()
            .map(each -> charge(Item.of(each.m())))
            .toList();
    return new Call(
        callId,
        start,
        stop,
        item.has(PRICE) ? Optional.of(charge(item)) : Optional.empty(),
        earlier,
        item.number(VERSION));
  }

  static Map<String, AttributeValue> contradictionKey(String callId, String id) {
    return Item.empty()
        .with(CallsTable.PARTITION, partition(callId))
        .with(CallsTable.SORT, CONTRADICTION + id)
        .attributes();
  }

  /** The attributes besides the key. */
  static Map<String, AttributeValue> of(Contradiction contradiction) {
    Kept<?> kept = contradiction.kept();
    CallRecord record = kept.record();
    Item item = Item.empty();
    keep(item, record.half().text(), kept);
    if (record instanceof Start start) {
      item.with("says_source", start.source()).with("says_destination", start.destination());
    }
    item.with(CallsTable.MONTH, month("CONTRADICTION", kept.receivedAt()));
    item.with(CallsTable.AT, Item.text(kept.receivedAt()) + "#" + record.callId());
    return item.attributes();
  }

  static Contradiction contradiction(Map<String, AttributeValue> attributes) {
    Item item = Item.of(attributes);
    String callId = item.text(CallsTable.PARTITION).substring("CALL#".length());
    if (item.has("stop")) {
      return new Contradiction(kept(item, "stop", new Stop(callId, item.moment("stop"))));
    }
    Start start =
        new Start(
            callId, item.moment("start"), item.text("says_source"), item.text("says_destination"));
    return new Contradiction(kept(item, "start", start));
  }

  /** The partition of the index of months in which items of one kind and UTC month are. */
  static String month(String kind, Instant moment) {
    return kind + "#" + YearMonth.from(moment.atZone(ZoneOffset.UTC));
  }

  private static Start start(String callId, Item item) {
    return new Start(
        callId,
        item.moment("start"),
        item.text(CallsTable.SOURCE),
        item.text(CallsTable.DESTINATION));
  }

  private static void keep(Item item, String half, Kept<?> kept) {
    item.with(half, kept.record().timestamp())
        .with(half + "_job", kept.jobId())
        .with(half + "_received", kept.receivedAt());
  }

  private static <R extends CallRecord> Kept<R> kept(Item item, String half, R record) {
    return new Kept<>(record, item.text(half + "_job"), item.moment(half + "_received"));
  }

  private static void charge(Item item, Call call, Charge charge) {
    charge(item, charge);
    Start start = call.start().orElseThrow().record();
    item.with(BillStore.LINE, BillStore.text(start, call.duration().orElseThrow(), charge));
    item.with(
        CallsTable.BILL,
        BillStore.partition(
            start.source(),
            YearMonth.from(call.stop().orElseThrow().record().timestamp().atZone(charge.zone()))));
  }

  private static Item charge(Item item, Charge charge) {
    return item.with(PRICE, charge.price().text())
        .with("currency", charge.price().currency().getCurrencyCode())
        .with("tariff", charge.tariff())
        .with("zone", charge.zone().getId())
        .with("charged", charge.chargedAt());
  }

  private static Charge charge(Item item) {
    return new Charge(
        Price.of(item.text(PRICE), item.text("currency")),
        item.text("tariff"),
        ZoneId.of(item.text("zone")),
        item.moment("charged"));
  }
}
