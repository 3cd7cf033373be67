package dialtone.telephone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.core.log.Log;
import dialtone.telephone.Database;
import dialtone.telephone.SettableClock;
import dialtone.telephone.call.Call;
import dialtone.telephone.record.CallRecord;
import dialtone.telephone.record.CallRecord.Start;
import dialtone.telephone.record.CallRecord.Stop;
import dialtone.telephone.record.Registry.Records;
import dialtone.telephone.registry.Rerating.Change;
import dialtone.telephone.store.BillStore;
import dialtone.telephone.store.CallStore;
import dialtone.telephone.store.CallsTable;
import dialtone.telephone.store.Listing;
import dialtone.telephone.store.TaskStore;
import dialtone.telephone.tariff.Rate;
import dialtone.telephone.tariff.Tariff;
import dialtone.telephone.tariff.Tariffs;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class ReratingTest {
  private static final Instant FROM = Instant.parse("2015-01-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2027-01-01T00:00:00Z");
  private static final Instant START = Instant.parse("2026-10-03T17:00:00Z");

  private final Map<String, String> settings = Database.withNewTable();
  private final String table = settings.get(CallsTable.SETTING);
  private final DynamoDbClient client = Database.client(settings);
  private final SettableClock clock = new SettableClock("2026-11-21T12:00:00Z");
  private final CallStore calls = new CallStore(client, table);
  private final List<Change> changes = new ArrayList<>();

  @Test
  void aPriceOnceCalculatedStaysWhateverHappensToTheTariffs() {
    file(Tariffs.bundled(), call("c1", START));

    file(dearer("2015-01-01T00:00:00Z"), new Stop("c1", START.plusSeconds(120)));
    file(dearer("2015-01-01T00:00:00Z"), new Stop("c1", START.plusSeconds(999)));
    file(dearer("2015-01-01T00:00:00Z"), call("c2", START));

    assertThat(price("c1")).isEqualTo("0.54 by standard-2016");
    assertThat(price("c2")).isEqualTo("3.00 by dearer");
  }

  @Test
  void reratingKeepsTheOldPrice() {
    file(Tariffs.bundled(), call("c1", START));
    clock.set("2026-11-22T12:00:00Z");

    assertThat(rerate(dearer("2015-01-01T00:00:00Z"), true)).isEqualTo(1);

    assertThat(price("c1")).isEqualTo("3.00 by dearer");
    Call call = calls.call("c1").orElseThrow();
    assertThat(call.earlierCharges())
        .singleElement()
        .satisfies(old -> assertThat(old.price().text()).isEqualTo("0.54"))
        .satisfies(old -> assertThat(old.tariff()).isEqualTo("standard-2016"))
        .satisfies(old -> assertThat(old.chargedAt()).isEqualTo("2026-11-21T12:00:00Z"));
    assertThat(new BillStore(client, table).lines("alice", YearMonth.of(2026, 10)))
        .singleElement()
        .satisfies(line -> assertThat(line.price().text()).isEqualTo("3.00"));
  }

  @Test
  void reratingTwiceChangesNothingTheSecondTime() {
    file(Tariffs.bundled(), call("c1", START));
    rerate(dearer("2015-01-01T00:00:00Z"), true);

    assertThat(rerate(dearer("2015-01-01T00:00:00Z"), true)).isZero();
    assertThat(calls.call("c1").orElseThrow().earlierCharges()).hasSize(1);
  }

  @Test
  void itOnlyShowsWhatWouldChangeUntilItIsToldToApply() {
    file(Tariffs.bundled(), call("c1", START));

    assertThat(rerate(dearer("2015-01-01T00:00:00Z"), false)).isEqualTo(1);
    assertThat(changes).singleElement().extracting(Change::callId).isEqualTo("c1");
    assertThat(price("c1")).isEqualTo("0.54 by standard-2016");
  }

  @Test
  void aCallThatHadNoTariffGetsItsFirstPrice() {
    file(Tariffs.bundled(), call("old", Instant.parse("2015-06-01T17:00:00Z")));
    assertThat(calls.call("old").orElseThrow().charge()).isEmpty();

    assertThat(rerate(dearer("2015-01-01T00:00:00Z"), true)).isEqualTo(1);
    assertThat(price("old")).isEqualTo("3.00 by dearer");
    assertThat(calls.call("old").orElseThrow().earlierCharges()).isEmpty();
  }

  private String price(String callId) {
    return calls
        .call(callId)
        .orElseThrow()
        .charge()
        .map(charge -> charge.price().text() + " by " + charge.tariff())
        .orElse("none");
  }

  private int rerate(Tariffs tariffs, boolean apply) {
    return new Rerating(calls, new Listing(client, table), tariffs, clock)
        .run(FROM, TO, apply, changes::add);
  }

  private void file(Tariffs tariffs, CallRecord... records) {
    Log log =
        new Log(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
    new Registrar(calls, new TaskStore(client, table), tariffs, clock, log)
        .file(new Records(List.of(records), false), "[]");
  }

  private static CallRecord[] call(String callId, Instant start) {
    return new CallRecord[] {
      new Start(callId, start, "alice", "5035551212"), new Stop(callId, start.plusSeconds(120))
    };
  }

  private static Tariffs dearer(String validFrom) {
    return new Tariffs(
        List.of(
            new Tariff(
                "dearer",
                Instant.parse(validFrom),
                Optional.empty(),
                Currency.getInstance("USD"),
                ZoneId.of("America/Los_Angeles"),
                new BigDecimal("1.00"),
                List.of(new Rate(0, 86_400, new BigDecimal("1.00"))))));
  }
}
