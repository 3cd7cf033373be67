package dialtone.telephone.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dialtone.core.directory.BundledDirectory;
import dialtone.core.host.Edge;
import dialtone.core.host.Environment;
import dialtone.core.host.Settings;
import dialtone.core.log.Log;
import dialtone.core.web.WebRequest;
import dialtone.telephone.Database;
import dialtone.telephone.SettableClock;
import dialtone.telephone.bill.BillLine;
import dialtone.telephone.store.BillStore;
import dialtone.telephone.store.CallStore;
import dialtone.telephone.store.CallsTable;
import dialtone.testkit.TwilioRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class CallFeedTest {
  private static final TwilioRequest ENDED =
      TwilioRequest.fromSip("alice", "5035551212").with("DialCallDuration", "120");

  private final Map<String, String> settings = Database.withNewTable();
  private final SettableClock clock = new SettableClock("2026-10-03T19:00:00Z");
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final Log log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8));

  @Test
  void aFinishedCallIsOnTheBillOfWhoCalled() throws Exception {
    tell(feed(settings), ENDED);

    assertThat(bill("alice"))
        .singleElement()
        .satisfies(line -> assertThat(line.destination()).isEqualTo("5035551212"))
        .satisfies(line -> assertThat(line.price().text()).isEqualTo("0.54"));
    assertThat(log()).isEqualTo("{\"level\":\"info\"}\n");
  }

  @Test
  void aCallThatIsToldTwiceIsOnTheBillOnceAndNothingIsHeldAgainstIt() throws Exception {
    CallFeed feed = feed(settings);
    tell(feed, ENDED);
    clock.pass(Duration.ofSeconds(3));
    tell(feed, ENDED);

    assertThat(bill("alice")).hasSize(1);
    try (DynamoDbClient client = Database.client(settings)) {
      assertThat(
              new CallStore(client, settings.get(CallsTable.SETTING))
                  .contradictions(TwilioRequest.CALL_SID))
          .isEmpty();
    }
  }

  @Test
  void withoutATableNothingIsTold() {
    CallFeed feed = feed(Map.of());

    feed.tell(request(ENDED), "DialCallDuration").await();

    assertThat(log()).isEqualTo("{\"level\":\"info\"}\n");
  }

  @Test
  void aTableThatDoesNotAnswerIsWaitedForASecondAtMostAndWarnedOf() throws Exception {
    try (ServerSocket silent = new ServerSocket(0)) {
      CallFeed feed = feed(withEndpoint("http://127.0.0.1:" + silent.getLocalPort()));
      feed.tell(request(ENDED), "DialCallDuration").await();
    }

    assertThat(log()).contains("a call may be on no bill: DynamoDB: no answer within");
  }

  @Test
  void aTableThatIsNotThereIsWarnedOf() {
    CallFeed feed = feed(withEndpoint("http://127.0.0.1:1"));
    feed.tell(request(ENDED), "DialCallDuration").await();

    assertThat(log()).contains("a call may be on no bill");
  }

  private Map<String, String> withEndpoint(String endpoint) {
    settings.put("AWS_ENDPOINT_URL_DYNAMODB", endpoint);
    return settings;
  }

  /** The table gets a second, which a cold test machine may not be able to keep to. */
  private void tell(CallFeed feed, TwilioRequest callback) throws InterruptedException {
    feed.tell(request(callback), "DialCallDuration").await();
    Instant end = Instant.now().plusSeconds(20);
    while (bill("alice").isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(50);
    }
  }

  private static WebRequest request(TwilioRequest callback) {
    return WebRequest.of(callback.digitalOceanRaw());
  }

  private List<BillLine> bill(String subscriber) {
    try (DynamoDbClient client = Database.client(settings)) {
      return new BillStore(client, settings.get(CallsTable.SETTING))
          .lines(subscriber, YearMonth.of(2026, 10));
    }
  }

  private CallFeed feed(Map<String, String> variables) {
    Environment environment = Database.environment(variables);
    return CallFeed.open(
        new Edge(environment, new Settings(environment), clock, log), new BundledDirectory());
  }

  private String log() {
    log.write(new JsonObject());
    return logged.toString(StandardCharsets.UTF_8);
  }
}
