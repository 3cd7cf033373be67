package dialtone.tools.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dialtone.tools.Checkout;
import dialtone.tools.dynamodb.LocalTables;
import dialtone.tools.packaging.Packaging;
import dialtone.tools.project.Project;
import dialtone.tools.project.Web;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A packaged function that waits for a database, in the local server: {@code --packaged}. */
class PackagedTelephoneIT {
  private static final String REGISTRY = "telephone/registry";
  private static final String START =
      "{\"type\":\"start\",\"timestamp\":\"2026-10-03T21:57:13-07:00\",\"call_id\":\"one\","
          + "\"source\":\"alice\",\"destination\":\"5035551212\"}";

  private final Packaging packaging =
      Packaging.onThisMachine(Checkout.ROOT, Checkout.variables(Map.of()));
  private final HttpClient http = HttpClient.newHttpClient();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();

  @Test
  void aRecordIsKeptInDynamoDbLocalAndReadAgain() throws Exception {
    try (LocalTables tables = new LocalTables(Optional.empty());
        LocalServer server = serve(Map.of(), tables)) {
      HttpResponse<String> kept = send(post(server));
      assertThat(kept.statusCode()).as(kept.body()).isEqualTo(201);
      String url =
          JsonParser.parseString(kept.body())
              .getAsJsonObject()
              .getAsJsonObject("result")
              .get("url")
              .getAsString();
      HttpResponse<String> read = send(HttpRequest.newBuilder(URI.create(url)).build());
      assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
      assertThat(read.body()).contains("\"call_id\":\"one\"");
    }
  }

  @Test
  void oneThatIsKilledInTheMiddleOfARequestIsGivenUpAndTheNextCallIsServedAfresh()
      throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);
    HttpServer dynamoDb = hangingAtFirst(asked, over);
    Map<String, String> settings =
        Map.of(
            "CALLS_TABLE",
            "calls",
            "AWS_ACCESS_KEY_ID",
            "local",
            "AWS_SECRET_ACCESS_KEY",
            "local",
            "AWS_ENDPOINT_URL_DYNAMODB",
            "http://127.0.0.1:" + dynamoDb.getAddress().getPort());
    try (LocalTables none = new LocalTables(Optional.empty());
        LocalServer server = serve(settings, none)) {
      CompletableFuture<HttpResponse<String>> answer =
          http.sendAsync(post(server), BodyHandlers.ofString());
      assertThat(asked.await(60, TimeUnit.SECONDS)).isTrue();

      ProcessHandle running = running();
      running.destroyForcibly();

      HttpResponse<String> refused = answer.get(60, TimeUnit.SECONDS);
      assertThat(refused.statusCode()).isEqualTo(400);
      assertThat(refused.body()).contains("There was an error processing your request.");
      assertThat(log.toString(StandardCharsets.UTF_8)).contains("command exited");

      HttpResponse<String> next = send(HttpRequest.newBuilder(url(server)).build());
      assertThat(next.statusCode()).as(next.body()).isEqualTo(200);
      assertThat(running().pid()).isNotEqualTo(running.pid());
    } finally {
      over.countDown();
      dynamoDb.stop(0);
    }
  }

  private LocalServer serve(Map<String, String> settings, LocalTables tables) throws Exception {
    Project project = Checkout.project(Web.RAW, settings);
    return LocalServer.of(project, Checkout.variables(settings))
        .log(new PrintStream(log, true, StandardCharsets.UTF_8))
        .start(
            tables.around(
                new PackagedContainers(
                    project, List.of(REGISTRY), packaging, new ClassLoaderContainers(project))));
  }

  /** Leaves its first request without an answer; to the others it is an empty table. */
  private static HttpServer hangingAtFirst(CountDownLatch asked, CountDownLatch over)
      throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "hanging-dynamodb");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext(
        "/",
        exchange -> {
          boolean first = asked.getCount() > 0;
          asked.countDown();
          if (first) {
            await(over);
          }
          answerEmpty(exchange);
        });
    server.start();
    return server;
  }

  private static void await(CountDownLatch over) {
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answerEmpty(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(200, 2);
    exchange.getResponseBody().write("{}".getBytes(StandardCharsets.UTF_8));
    exchange.close();
  }

  /** The one process that runs the function now. */
  private static ProcessHandle running() {
    List<ProcessHandle> found =
        ProcessHandle.current()
            .descendants()
            .filter(
                process ->
                    process.info().commandLine().orElse("").contains("dialtone.actions.telephone"))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static HttpRequest post(LocalServer server) {
    return HttpRequest.newBuilder(url(server))
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(START))
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) throws Exception {
    return http.send(request, BodyHandlers.ofString());
  }

  private static URI url(LocalServer server) {
    return URI.create(server.url(REGISTRY));
  }
}
