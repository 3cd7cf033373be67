package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dialtone.core.directory.BundledDirectory;
import dialtone.core.directory.ExtensionsTable;
import dialtone.testkit.TwilioRequest;
import dialtone.tools.actionloop.ActionLoopHost;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A function that was packaged without a table, is given one later, and asks DynamoDB. Each of the
 * ways in which HTTP lets it answer needs classes of the JDK that no rehearsal may have loaded.
 */
class PackagedAwsIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String BUNDLED_CALLER_ID = "+15035550101";
  private static final String CALLER_ID_IN_TABLE = "+15035550108";
  private static final String ITEM = item();

  @ParameterizedTest(name = "{0}")
  @MethodSource("answers")
  void theTableIsRead(String answer, HttpHandler dynamoDb) throws IOException {
    // Not Jetty, which leaves out a header that says what goes without saying.
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", dynamoDb);
    server.start();
    String url = "http://127.0.0.1:" + server.getAddress().getPort();
    try (ActionLoopHost host =
        ActionLoopHost.init(PackagedFunctionIT.outgoing(), settings(url), true, PATIENCE)) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                JsonObject twiml =
                    host.run(
                        TwilioRequest.fromSip("alice", "5035551212").digitalOceanRaw(),
                        Map.of(),
                        PATIENCE);
                assertThat(twiml.get("body").getAsString())
                    .as(() -> host.log().toString())
                    .contains("callerId=\"" + CALLER_ID_IN_TABLE + "\"");
              });
    } finally {
      server.stop(0);
    }
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        answer("nothing said", Map.of()),
        answer("the connection kept", Map.of("Connection", "keep-alive")),
        answer(
            "the connection kept for a time",
            Map.of("Connection", "keep-alive", "Keep-Alive", "timeout=1, max=2")),
        answer("the connection ended", Map.of("Connection", "close")),
        answer("a checksum", Map.of("x-amz-crc32", checksum())),
        arguments("packed", (HttpHandler) PackagedAwsIT::answerPacked));
  }

  private static Arguments answer(String name, Map<String, String> headers) {
    HttpHandler handler =
        call -> {
          call.getRequestBody().readAllBytes();
          headers.forEach(call.getResponseHeaders()::add);
          byte[] item = ITEM.getBytes(StandardCharsets.UTF_8);
          call.sendResponseHeaders(200, item.length);
          call.getResponseBody().write(item);
          call.close();
        };
    return arguments(name, handler);
  }

  /** In chunks, too: how long it is going to be is not known when it begins. */
  private static void answerPacked(HttpExchange call) throws IOException {
    call.getRequestBody().readAllBytes();
    call.getResponseHeaders().add("Content-Encoding", "gzip");
    call.sendResponseHeaders(200, 0);
    try (OutputStream out = new GZIPOutputStream(call.getResponseBody())) {
      out.write(ITEM.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String checksum() {
    CRC32 checksum = new CRC32();
    checksum.update(ITEM.getBytes(StandardCharsets.UTF_8));
    return Long.toString(checksum.getValue());
  }

  private static Map<String, String> settings(String dynamoDb) {
    return Map.of(
        "INSTANCE", "dev",
        "EXTENSIONS_TABLE", "extensions",
        "AWS_REGION", "us-west-2",
        "AWS_ACCESS_KEY_ID", "nobody",
        "AWS_SECRET_ACCESS_KEY", "nothing",
        "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb,
        "ACTION_LOOP_MARKERS", "true",
        "__OW_API_HOST", "https://faas.example.com",
        "__OW_NAMESPACE", "fn-1");
  }

  /** The extensions that are packed with the function, with other caller IDs. */
  private static String item() {
    try (InputStream in = BundledDirectory.class.getResourceAsStream("/dialtone/extensions.json")) {
      String document =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace(BUNDLED_CALLER_ID, CALLER_ID_IN_TABLE);
      JsonObject item = new JsonObject();
      item.add(ExtensionsTable.KEY, text(ExtensionsTable.ITEM));
      item.add(ExtensionsTable.DOCUMENT, text(document));
      JsonObject answer = new JsonObject();
      answer.add("Item", item);
      return answer.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject text(String value) {
    JsonObject text = new JsonObject();
    text.add("S", new JsonPrimitive(value));
    return text;
  }
}
