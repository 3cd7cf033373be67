package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dialtone.testkit.TwilioRequest;
import dialtone.tools.actionloop.ActionLoopHost;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Functions that were packaged without AWS and are given it later. Each of the ways in which AWS
 * may answer needs classes of the JDK, and in a package are only those that it was seen to need.
 */
class PackagedAwsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BUNDLED_CALLER_ID = "+15035550101";
  private static final String CALLER_ID_IN_TABLE = "+15035550108";
  private static final TwilioRequest CALL = TwilioRequest.fromSip("alice", "5035551212");

  private static final List<String> FUNCTIONS =
      List.of("dialplans/outgoing", "dialplans/dial_status");

  private static List<Path> zips;

  private HttpServer aws;
  private HttpHandler answer;

  @BeforeAll
  static void packageBoth() {
    zips = PackagedOutgoing.packaged(FUNCTIONS);
  }

  /** Not Jetty, which leaves out headers that say what goes without saying. */
  @BeforeEach
  void start() throws IOException {
    aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.createContext(
        "/",
        call -> {
          call.getRequestBody().readAllBytes();
          answer.handle(call);
          call.close();
        });
    aws.start();
  }

  @AfterEach
  void stop() {
    aws.stop(0);
  }

  @Test
  void anAnswerThatKeepsTheConnectionIsRead() throws IOException {
    assertTableIsRead(Map.of("Connection", "keep-alive"));
  }

  @Test
  void anAnswerThatKeepsTheConnectionForATimeIsRead() throws IOException {
    assertTableIsRead(Map.of("Connection", "keep-alive", "Keep-Alive", "timeout=1, max=2"));
  }

  @Test
  void anAnswerThatEndsTheConnectionIsRead() throws IOException {
    assertTableIsRead(Map.of("Connection", "close"));
  }

  @Test
  void anAnswerWithItsChecksumIsRead() throws IOException {
    CRC32 checksum = new CRC32();
    checksum.update(item());
    assertTableIsRead(Map.of("x-amz-crc32", Long.toString(checksum.getValue())));
  }

  @Test
  void anAnswerThatIsPackedAndComesInChunksIsRead() throws IOException {
    byte[] item = item();
    answer =
        call -> {
          call.getResponseHeaders().add("Content-Encoding", "gzip");
          call.sendResponseHeaders(200, 0);
          try (OutputStream out = new GZIPOutputStream(call.getResponseBody())) {
            out.write(item);
          }
        };
    assertTableIsRead();
  }

  @Test
  void aRefusalIsLoggedAsAwsSaysIt() {
    answer =
        call ->
            send(
                call,
                403,
                call.getRequestHeaders().containsKey("X-Amz-Target")
                    ? "{\"__type\":\"x#AccessDeniedException\",\"message\":\"not your table\"}"
                    : "<ErrorResponse><Error><Code>AuthorizationError</Code>"
                        + "<Message>not your &quot;topic&quot;</Message></Error></ErrorResponse>");
    assertIsLoggedWhenACallEnds("DynamoDB: not your table", "SNS: not your \\\"topic\\\"");
  }

  @Test
  void whatIsNoAnswerOfAwsIsLoggedAsSuch() {
    answer = call -> send(call, 200, "<html><br>");
    assertIsLoggedWhenACallEnds(
        "SNS: Unable to unmarshall response", "DynamoDB: Unable to unmarshall response");
  }

  private void assertTableIsRead(Map<String, String> headers) throws IOException {
    String item = new String(item(), StandardCharsets.UTF_8);
    answer =
        call -> {
          headers.forEach(call.getResponseHeaders()::add);
          send(call, 200, item);
        };
    assertTableIsRead();
  }

  private void assertTableIsRead() {
    try (ActionLoopHost host = host("dialplans/outgoing", Map.of("EXTENSIONS_TABLE", "table"))) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                JsonObject twiml = host.run(CALL.digitalOceanRaw(), Map.of(), PATIENCE);
                assertThat(twiml.get("body").getAsString())
                    .as(() -> host.log().toString())
                    .contains("callerId=\"" + CALLER_ID_IN_TABLE + "\"");
              });
    }
  }

  /** Sooner or later: on a busy machine the first calls may not wait long enough for AWS. */
  private void assertIsLoggedWhenACallEnds(String... texts) {
    TwilioRequest ended = CALL.with("DialCallStatus", "completed").with("DialCallDuration", "5");
    String topic = "arn:aws:sns:us-west-2:123456789012:topic";
    try (ActionLoopHost host =
        host("dialplans/dial_status", Map.of("CALLS_TABLE", "table", "AWS_TOPIC_ARN", topic))) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                host.run(ended.digitalOceanRaw(), Map.of(), PATIENCE);
                assertThat(host.log().toString()).contains(texts);
              });
    }
  }

  private ActionLoopHost host(String function, Map<String, String> more) {
    Map<String, String> settings = new TreeMap<>(more);
    String url = "http://127.0.0.1:" + aws.getAddress().getPort();
    settings.put("INSTANCE", "dev");
    settings.put("AWS_REGION", "us-west-2");
    settings.put("AWS_ACCESS_KEY_ID", "nobody");
    settings.put("AWS_SECRET_ACCESS_KEY", "nothing");
    settings.put("AWS_ENDPOINT_URL_DYNAMODB", url);
    settings.put("AWS_ENDPOINT_URL_SNS", url);
    settings.put("ACTION_LOOP_MARKERS", "true");
    settings.put("__OW_API_HOST", "https://faas.example.com");
    settings.put("__OW_NAMESPACE", "fn-1");
    return ActionLoopHost.init(zips.get(FUNCTIONS.indexOf(function)), settings, true, PATIENCE);
  }

  private static void send(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
  }

  /** The extensions that are packed with the function, with other caller IDs. */
  private static byte[] item() throws IOException {
    return RehearsalAws.extensionsItem()
        .replace(BUNDLED_CALLER_ID, CALLER_ID_IN_TABLE)
        .getBytes(StandardCharsets.UTF_8);
  }
}
