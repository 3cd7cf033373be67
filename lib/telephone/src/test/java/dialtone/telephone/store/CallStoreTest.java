package dialtone.telephone.store;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.telephone.Database;
import dialtone.telephone.call.Call;
import dialtone.telephone.call.Charge;
import dialtone.telephone.call.Taken;
import dialtone.telephone.record.CallRecord;
import dialtone.telephone.record.CallRecord.Start;
import dialtone.telephone.record.CallRecord.Stop;
import dialtone.telephone.tariff.Price;
import dialtone.telephone.tariff.Tariffs;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CallStoreTest {
  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Start START =
      new Start("c1", Instant.parse("2026-10-03T17:00:00Z"), "alice", "5035551212");
  private static final Stop STOP = new Stop("c1", Instant.parse("2026-10-03T17:02:00Z"));

  private static final Stop EARLY = new Stop("c1", Instant.parse("2026-10-03T16:59:59Z"));

  private final Map<String, String> settings = Database.withNewTable();
  private final CallStore calls =
      new CallStore(Database.client(settings), settings.get(CallsTable.SETTING));

  @Test
  void ofTwoThatReadTheSameOnlyOneIsStored() {
    Call unknown = Call.unknown("c1");

    assertThat(save(with(unknown, START))).isTrue();
    assertThat(save(with(unknown, STOP))).isFalse();
    Call read = stored();
    assertThat(save(with(read, EARLY))).isTrue();
    assertThat(save(with(read, STOP))).isFalse();
    assertThat(stored().reason()).hasValue("its stop is before its start");
  }

  @Test
  void aPriceIsOnlyStoredWhereThereIsNoneOrTheOldOneIsKept() {
    save(with(with(Call.unknown("c1"), START), STOP));
    Call read = stored();
    Charge old = read.charge().orElseThrow();
    Charge other =
        new Charge(Price.of("9.99", "USD"), "other", ZoneId.of("America/Los_Angeles"), NOW);

    assertThat(save(charged(read, other, List.of()))).isFalse();
    assertThat(stored().charge()).hasValue(old);
    assertThat(save(charged(read, other, List.of(old)))).isTrue();
    assertThat(stored().earlierCharges()).containsExactly(old);
  }

  private Call stored() {
    return calls.call("c1").orElseThrow();
  }

  private boolean save(Call call) {
    return calls.save(List.of(call), List.of(), Optional.empty());
  }

  private static Call with(Call call, CallRecord record) {
    return ((Taken.Added) call.take(record, "job", NOW, Tariffs.bundled())).after();
  }

  private static Call charged(Call call, Charge charge, List<Charge> earlier) {
    return new Call(
        call.callId(), call.start(), call.stop(), Optional.of(charge), earlier, call.version());
  }
}
