package dialtone.tools.telephone;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** The telephone API over HTTP, as scripts/dev serves it without any account. */
final class TelephoneServer implements AutoCloseable {
  static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");

  private static final ApiContract CONTRACT = new ApiContract(openApi());

  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalTables tables;
  private final LocalServer server;

  private TelephoneServer(LocalTables tables, LocalServer server) {
    this.tables = tables;
    this.server = server;
  }

  /** Serves it from a database of its own. */
  static TelephoneServer start() throws Exception {
    LocalTables tables = new LocalTables(Optional.empty());
    Project project = Checkout.project(Web.RAW);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    return new TelephoneServer(
        tables,
        LocalServer.of(project, Checkout.variables(Map.of("CALLS_TABLE", "calls")))
            .log(nowhere)
            .start(tables.around(new ClassLoaderContainers(project))));
  }

  /** The last month that is over where the tariff is in force. */
  static YearMonth lastMonth() {
    return YearMonth.from(Instant.now().atZone(ZONE)).minusMonths(1);
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send("GET", path, BodyPublishers.noBody());
  }

  HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
    return send("POST", path, BodyPublishers.ofString(body));
  }

  /** What is beside the API: its pages' assets, and its document as the host spells its URL. */
  HttpResponse<String> download(String path) throws IOException, InterruptedException {
    return answer("GET", path, BodyPublishers.noBody());
  }

  /** Posts what Twilio does, to any function. */
  HttpResponse<String> form(String function, String body) throws Exception {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.url(function)))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  static JsonObject json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  @Override
  public void close() {
    server.close();
    tables.close();
  }

  /** What a function answers is held against openapi.json; 429 is the host's own. */
  private HttpResponse<String> send(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = answer(method, path, body);
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

  private HttpResponse<String> answer(String method, String path, BodyPublisher body)
      throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(URI.create(server.url("telephone/" + path)))
            .header("Content-Type", "application/json")
            .method(method, body)
            .build(),
        BodyHandlers.ofString());
  }

  private static String openApi() {
    try (InputStream in = TelephoneServer.class.getResourceAsStream("/dialtone/openapi.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
