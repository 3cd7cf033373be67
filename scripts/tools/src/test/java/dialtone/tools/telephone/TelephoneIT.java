package dialtone.tools.telephone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.testkit.TwilioRequest;
import dialtone.testkit.openapi.ApiContract;
import dialtone.tools.Checkout;
import dialtone.tools.dynamodb.LocalTables;
import dialtone.tools.project.Project;
import dialtone.tools.project.Web;
import dialtone.tools.server.ClassLoaderContainers;
import dialtone.tools.server.LocalServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The telephone API over HTTP, as scripts/dev serves it without any account. */
@TestInstance(Lifecycle.PER_CLASS)
class TelephoneIT {
  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  private static final int MOST_BYTES = 1_048_576;

  private final HttpClient http = HttpClient.newHttpClient();
  private final PrintStream nowhere =
      new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
  private static final ApiContract CONTRACT = new ApiContract(openApi());
  private final LocalTables tables = new LocalTables(Optional.empty());
  private LocalServer server;

  @BeforeAll
  void start() throws Exception {
    server = serve("calls");
  }

  @AfterAll
  void stop() {
    server.close();
    tables.close();
  }

  @Test
  void aRecordGoesInAndABillComesOut() throws Exception {
    String month = lastMonth().toString();
    HttpResponse<String> posted =
        post(
            server,
            "registry",
            """
            [{"type": "start", "timestamp": "%s-03T21:57:13-08:00", "call_id": "e1",
              "source": "bob", "destination": "5035551212"},
             {"type": "stop", "timestamp": "%s-03T22:10:56-08:00", "call_id": "e1"}]"""
                .formatted(month, month));

    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
    assertThat(posted.headers().firstValue("Location")).isPresent();
    JsonObject bill = json(get(server, "bills/bob"));
    assertThat(bill.get("period").getAsString()).isEqualTo(month);
    assertThat(bill.getAsJsonArray("calls")).hasSize(1);
    assertThat(get(server, "bills/bob.csv").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
  }

  @Test
  void aProblemIsAProblemDocument() throws Exception {
    HttpResponse<String> answer = post(server, "registry", "{\"type\": \"start\"}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }

  @Test
  void aCallThatDialStatusHearsOfIsOnTheExtensionsBill() throws Exception {
    ZonedDateTime ended = lastMonth().atDay(10).atTime(12, 0).atZone(ZONE);
    TwilioRequest callback =
        TwilioRequest.fromSip("alice", "5035551212")
            .with("DialCallStatus", "completed")
            .with("DialCallDuration", "125")
            .with("Timestamp", DateTimeFormatter.RFC_1123_DATE_TIME.format(ended));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              HttpResponse<String> twiml = form("dialplans/dial_status", callback.body());
              assertThat(twiml.body()).contains("<Hangup/>");
              assertThat(get(server, "bills/alice").body())
                  .contains("\"call_duration\":\"0h02m05s\",\"call_price\":\"0.54\"");
            });
  }

  @Test
  void aCallThatOnlyTheStatusCallbackTellsOfIsOnTheExtensionsBill() throws Exception {
    ZonedDateTime ended = lastMonth().atDay(10).atTime(12, 0).atZone(ZONE);
    String callback =
        TwilioRequest.fromSip("lobby", "5035551212")
            .with("CallDuration", "61")
            .with("Timestamp", DateTimeFormatter.RFC_1123_DATE_TIME.format(ended))
            .body()
            .replace("CallStatus=ringing", "CallStatus=completed")
            .replace("CA0123", "CA9876");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(form("telephone/call_status", callback).body()).contains("<Response/>");
              assertThat(get(server, "bills/lobby").body()).contains("\"call_price\":\"0.45\"");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"openapi", "openapi.json", "openapi.http", "docs/openapi.json"})
  void theDocumentIsAtEachOfItsUrls(String path) throws Exception {
    JsonObject document = json(download(path));

    assertThat(document.get("openapi").getAsString()).isEqualTo("3.1.0");
    assertThat(document.getAsJsonObject("paths").has("/registry")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs",
        "docs/swagger-ui.css",
        "docs/swagger-ui.js",
        "docs/parts.js",
        "docs/swagger-ui-bundle.js/0",
        "docs/swagger-ui-bundle.js/1",
        "docs/swagger-ui-bundle.js/2",
        "redoc",
        "redoc/redoc.js",
        "redoc/redoc.standalone.js/0",
        "redoc/redoc.standalone.js/1"
      })
  void everyAssetFitsIntoAnAnswerOfTheHost(String path) throws Exception {
    HttpResponse<String> answer = download(path);

    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    JsonObject asTheHostSeesIt = new JsonObject();
    asTheHostSeesIt.addProperty("body", answer.body());
    assertThat(asTheHostSeesIt.toString().getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(MOST_BYTES - 10_000);
  }

  @Test
  void theLastPartOfAScriptIsTheLast() throws Exception {
    assertThat(download("docs/swagger-ui-bundle.js/0").headers().firstValue("X-Parts"))
        .hasValue("3");
    assertThat(download("docs/swagger-ui-bundle.js/3").statusCode()).isEqualTo(404);
    assertThat(download("redoc/redoc.standalone.js/0").headers().firstValue("X-Parts"))
        .hasValue("2");
    assertThat(download("redoc/redoc.standalone.js/2").statusCode()).isEqualTo(404);
  }

  @Test
  void sixteenThreadsMakeTheCallsAndBillsThatASingleOneMakes() throws Exception {
    List<String> records = RandomRecords.make(new Random(20261121), 20_000, lastMonth());
    List<List<String>> batches = batches(records, new Random(1), 100);
    try (LocalServer many = serve("many");
        LocalServer single = serve("single")) {
      postAll(many, batches, 16);
      // Another order: what counts must not depend on it.
      postAll(single, batches(sorted(records), new Random(2), 500), 1);

      finishQueued(many);
      finishQueued(single);
      assertThat(calls(many)).isEqualTo(calls(single)).hasSizeGreaterThan(5_000);
      for (String subscriber : RandomRecords.SOURCES) {
        assertThat(get(many, "bills/" + subscriber).body())
            .isEqualTo(get(single, "bills/" + subscriber).body())
            .contains("call_price");
      }
    }
  }

  private void postAll(LocalServer to, List<List<String>> batches, int threadCount)
      throws Exception {
    ConcurrentLinkedQueue<List<String>> left = new ConcurrentLinkedQueue<>(batches);
    ExecutorService threads = Executors.newFixedThreadPool(threadCount);
    List<Future<Integer>> posted = new ArrayList<>();
    for (int i = 0; i < threadCount; i++) {
      posted.add(threads.submit(() -> postUntilEmpty(to, left)));
    }
    int sum = 0;
    for (Future<Integer> each : posted) {
      sum += each.get();
    }
    threads.shutdown();
    assertThat(sum).isEqualTo(batches.size());
  }

  /** A sender that is told to send again does. */
  private int postUntilEmpty(LocalServer to, ConcurrentLinkedQueue<List<String>> left)
      throws IOException, InterruptedException {
    int posted = 0;
    for (List<String> batch = left.poll(); batch != null; batch = left.poll()) {
      int status;
      do {
        status =
            post(to, "registry", String.join(",", batch).transform(t -> "[" + t + "]"))
                .statusCode();
        assertThat(status).isIn(200, 201, 429, 503);
      } while (status == 429 || status == 503);
      posted++;
    }
    return posted;
  }

  private void finishQueued(LocalServer to) throws Exception {
    assertThat(post(to, "worker", "").statusCode()).isEqualTo(200);
    assertThat(json(get(to, "task?status=queued")).getAsJsonArray("tasks")).isEmpty();
  }

  /** All calls, without what differs between two servers. */
  private Map<String, String> calls(LocalServer of) throws Exception {
    Map<String, String> calls = new TreeMap<>();
    String cursor = "";
    do {
      JsonObject page = json(get(of, "calls?limit=500" + cursor));
      JsonArray listed = page.getAsJsonArray("calls");
      for (JsonElement each : listed) {
        JsonObject call = each.getAsJsonObject();
        call.remove("url");
        assertThat(calls.put(call.get("call_id").getAsString(), call.toString())).isNull();
      }
      JsonElement next = page.get("next");
      cursor = next.isJsonNull() ? "" : "&cursor=" + next.getAsString();
    } while (!cursor.isEmpty());
    return calls;
  }

  private static String openApi() {
    try (InputStream in = TelephoneIT.class.getResourceAsStream("/dialtone/openapi.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> sorted(List<String> records) {
    List<String> sorted = new ArrayList<>(records);
    Collections.sort(sorted);
    return sorted;
  }

  private static List<List<String>> batches(List<String> records, Random random, int most) {
    List<List<String>> batches = new ArrayList<>();
    for (int i = 0; i < records.size(); ) {
      int size = random.nextInt(10) == 0 ? 1 : 1 + random.nextInt(most);
      int end = Math.min(i + size, records.size());
      batches.add(records.subList(i, end));
      i = end;
    }
    return batches;
  }

  private LocalServer serve(String table) throws Exception {
    Project project = Checkout.project(Web.RAW);
    return LocalServer.of(project, Checkout.variables(Map.of("CALLS_TABLE", table)))
        .log(nowhere)
        .start(tables.around(new ClassLoaderContainers(project)));
  }

  private static YearMonth lastMonth() {
    return YearMonth.from(Instant.now().atZone(ZONE)).minusMonths(1);
  }

  private HttpResponse<String> get(LocalServer from, String path)
      throws IOException, InterruptedException {
    return send("GET", from, path, BodyPublishers.noBody());
  }

  private HttpResponse<String> post(LocalServer to, String path, String body)
      throws IOException, InterruptedException {
    return send("POST", to, path, BodyPublishers.ofString(body));
  }

  /** What is beside the API: its pages' assets, and its document as the host spells its URL. */
  private HttpResponse<String> download(String path) throws IOException, InterruptedException {
    return answer("GET", server, path, BodyPublishers.noBody());
  }

  /** What a function answers is held against openapi.json; 429 is the host's own. */
  private HttpResponse<String> send(String method, LocalServer to, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = answer(method, to, path, body);
    if (answer.statusCode() != 429) {
      CONTRACT.check(
          method,
          "/" + path.replaceFirst("\\?.*", ""),
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          answer.body());
    }
    return answer;
  }

  private HttpResponse<String> answer(
      String method, LocalServer to, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(to.url("telephone/" + path)))
            .header("Content-Type", "application/json")
            .method(method, body)
            .build(),
        BodyHandlers.ofString());
  }

  private HttpResponse<String> form(String function, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.url(function)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  private static JsonObject json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }
}
