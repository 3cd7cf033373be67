package dialtone.actions.dialplans;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;
import static org.assertj.core.api.Assertions.assertThat;

import dialtone.core.directory.BundledDirectory;
import dialtone.core.host.Edge;
import dialtone.core.host.Environment;
import dialtone.core.host.Instance;
import dialtone.core.host.Settings;
import dialtone.core.log.Log;
import dialtone.core.web.WebRequest;
import dialtone.telephone.bill.BillLine;
import dialtone.telephone.feed.CallFeed;
import dialtone.telephone.store.BillStore;
import dialtone.telephone.store.CallsTable;
import dialtone.testkit.TwilioRequest;
import dialtone.testkit.dynamodb.LocalDynamoDb;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A call that dial_status hears of is on the bill of who called. */
class DialStatusBillTest {
  private static final String TABLE = "calls";
  private static final Instant NOW = Instant.parse("2026-10-03T19:00:00Z");

  private final LocalDynamoDb database = LocalDynamoDb.start(Optional.empty());
  private final Map<String, String> settings = new HashMap<>(database.settings());
  private final Log log =
      new Log(new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));

  @BeforeEach
  void makeTheTable() {
    settings.put(CallsTable.SETTING, TABLE);
    try (DynamoDbClient client = client()) {
      client.createTable(CallsTable.definition(TABLE));
    }
  }

  @AfterEach
  void stopTheDatabase() {
    database.close();
  }

  @Test
  void anOutgoingCallIsOnTheExtensionsBill() throws Exception {
    String twiml =
        end(TwilioRequest.fromSip("alice", "5035551212").with("DialCallDuration", "823"), true);

    assertThatTwiml(twiml).isResponse("<Hangup/>");
    assertThat(bill("alice"))
        .singleElement()
        .satisfies(line -> assertThat(line.destination()).isEqualTo("5035551212"))
        .satisfies(line -> assertThat(line.duration()).hasSeconds(823))
        .satisfies(line -> assertThat(line.price().text()).isEqualTo("1.53"));
  }

  @Test
  void anIncomingCallIsOnTheCallersBill() throws Exception {
    end(
        TwilioRequest.fromPstn("+15035550199", "+15035550102").with("DialCallDuration", "60"),
        true);

    assertThat(bill("15035550199"))
        .singleElement()
        .satisfies(line -> assertThat(line.destination()).isEqualTo("bob"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"busy", "no-answer", "failed", "canceled"})
  void aCallThatNobodyTookIsOnNoBill(String status) throws Exception {
    end(TwilioRequest.fromSip("alice", "5035551212").with("DialCallDuration", "0"), status, false);

    assertThat(bill("alice")).isEmpty();
  }

  private String end(TwilioRequest request, boolean billed) throws InterruptedException {
    return end(request, "completed", billed);
  }

  /**
   * The table gets a second, which a cold test machine may not be able to keep to: then we wait.
   */
  private String end(TwilioRequest request, String status, boolean billed)
      throws InterruptedException {
    Environment environment = name -> Optional.ofNullable(settings.get(name));
    Edge edge =
        new Edge(environment, new Settings(environment), Clock.fixed(NOW, ZoneOffset.UTC), log);
    WebRequest web = WebRequest.of(request.with("DialCallStatus", status).digitalOceanRaw());
    String twiml =
        new DialStatusDialplan(
                new BundledDirectory(),
                (events, instance) -> {},
                CallFeed.open(edge, new BundledDirectory()),
                log)
            .answer(web, Instance.of(environment, web, "dialplans/dial_status"))
            .twiml()
            .toXml();
    Instant latest = Instant.now().plusSeconds(20);
    while (billed && isEmpty() && Instant.now().isBefore(latest)) {
      Thread.sleep(50);
    }
    return twiml;
  }

  private boolean isEmpty() {
    try (DynamoDbClient client = client()) {
      return client.scan(request -> request.tableName(TABLE)).count() == 0;
    }
  }

  private List<BillLine> bill(String subscriber) {
    try (DynamoDbClient client = client()) {
      return new BillStore(client, TABLE).lines(subscriber, YearMonth.of(2026, 10));
    }
  }

  private DynamoDbClient client() {
    return CallsTable.client(
        name -> Optional.ofNullable(settings.get(name)), Duration.ofSeconds(30));
  }
}
