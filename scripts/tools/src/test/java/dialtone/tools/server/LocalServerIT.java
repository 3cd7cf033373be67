package dialtone.tools.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dialtone.testkit.TwilioRequest;
import dialtone.testkit.TwimlAssert;
import dialtone.tools.Checkout;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Project;
import dialtone.tools.project.Variables;
import dialtone.tools.project.Web;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The local server with this checkout's functions. */
class LocalServerIT {
  private final Project project = Checkout.project(Web.RAW);
  private final Variables variables = Checkout.variables(Map.of());
  private final HttpClient client = HttpClient.newHttpClient();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private LocalServer server;

  @BeforeEach
  void start() throws Exception {
    server =
        LocalServer.of(project, variables)
            .log(new PrintStream(log, true, StandardCharsets.UTF_8))
            .routes(routes -> routes.get("/", page -> page.result("a page")))
            .start(new ClassLoaderContainers(project));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void itSaysThatItIsReady() throws Exception {
    assertThat(send("GET", "/healthz", "").statusCode()).isEqualTo(200);
  }

  @Test
  void otherPagesCanBeAdded() throws Exception {
    assertThat(send("GET", "/", "").body()).isEqualTo("a page");
  }

  @Test
  void itServesTheFunctionsOfTheProject() {
    assertThat(server.functions()).isEqualTo(project.functions());
    assertThat(server.url("dialplans/outgoing"))
        .isEqualTo(server.url() + "/api/v1/web/local/dialplans/outgoing");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/web/local/dialplans/none",
        "/api/v1/web/local/none/outgoing",
        "/api/v1/web/local/dialplans",
        "/api/v1/web/local/dialplans/",
        "/api/v1/web/local",
        "/api/v1/web/other/dialplans/outgoing",
        "/api/v1/namespaces",
        "/favicon.ico"
      })
  void whatIsNotThereIsNotFound(String path) throws Exception {
    assertThat(send("POST", path, "").statusCode()).isEqualTo(404);
  }

  @Test
  void aFunctionWithoutWebIsNotFound() throws Exception {
    Project hidden = Checkout.project(Web.NO);
    server.replace(hidden, variables, new ClassLoaderContainers(hidden));
    assertThat(send("POST", "/api/v1/web/local/dialplans/outgoing", "").statusCode())
        .isEqualTo(404);
    assertThat(server.functions()).isEmpty();
  }

  @Test
  void theRestOfThePathIsPartOfTheSignedUrl() throws Exception {
    Variables signed = Checkout.variables(Map.of("TWILIO_AUTH_TOKEN", "12345"));
    server.replace(project, signed, new ClassLoaderContainers(project));
    String path = "/api/v1/web/local/dialplans/reject/more/a%20path";
    TwilioRequest request =
        TwilioRequest.fromSip("alice", "911").signed("12345", server.url() + path + "?a=%20b");
    HttpRequest http =
        request("POST", path + "?a=%20b", BodyPublishers.ofString(request.body()))
            .header("X-Twilio-Signature", request.signature())
            .build();
    assertThat(client.send(http, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
  }

  @Test
  void anyHeaderMayComeBackAndAnyOriginMayAsk() throws Exception {
    HttpResponse<String> answer = send("POST", "/api/v1/web/local/dialplans/reject", "");
    assertThat(answer.headers().firstValue("x-openwhisk-activation-id").orElseThrow())
        .matches("[0-9a-f]{32}");
    assertThat(answer.headers().firstValue("access-control-allow-origin")).contains("*");
  }

  @Test
  void optionsAreAnsweredWithoutTheFunction() throws Exception {
    HttpResponse<String> answer = send("OPTIONS", "/api/v1/web/local/dialplans/reject", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("access-control-allow-methods"))
        .contains("OPTIONS, GET, DELETE, POST, PUT, HEAD, PATCH");
  }

  @Test
  void aMethodThatHostsDoNotKnowIsNotAllowed() throws Exception {
    assertThat(send("PROPFIND", "/api/v1/web/local/dialplans/reject", "").statusCode())
        .isEqualTo(405);
  }

  @Test
  void headHasNoBody() throws Exception {
    HttpResponse<String> answer = send("HEAD", "/api/v1/web/local/dialplans/reject", "");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
  }

  @Test
  void aBodyOfOneMegabyteIsTakenAndNoMore() throws Exception {
    String path = "/api/v1/web/local/dialplans/outgoing";
    String form = "From=sip:alice@x&To=911&Pad=";
    String most = form + "x".repeat(1_048_576 - form.length());
    assertThat(send("POST", path, most).body()).contains("<Number>911</Number>");
    assertThat(send("POST", path, most + "x").statusCode()).isEqualTo(413);
  }

  @Test
  void manyCallsAtOnceEachGetTheirOwnAnswer() {
    List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      String form = "From=sip:alice@x&To=sip:50355512" + (10 + i % 90) + "@x";
      HttpRequest request =
          request("POST", "/api/v1/web/local/dialplans/outgoing", BodyPublishers.ofString(form))
              .build();
      answers.add(client.sendAsync(request, BodyHandlers.ofString()));
    }
    for (int i = 0; i < answers.size(); i++) {
      HttpResponse<String> answer = answers.get(i).join();
      assertThat(answer.statusCode()).isEqualTo(200);
      TwimlAssert.assertThatTwiml(answer.body())
          .isResponse(
              "<Dial answerOnBridge=\"true\" callerId=\"+15035550101\" timeLimit=\"3600\" action=\""
                  + server.url("dialplans/dial_status")
                  + "\"><Number>+150355512"
                  + (10 + i % 90)
                  + "</Number></Dial>");
    }
  }

  @Test
  void whoSendsABodyThatNobodyReadsIsToldThatTheConnectionEnds() throws Exception {
    assertThat(answerHead("POST", "/nothing/there", "Content-Length: 3\r\n\r\n"))
        .contains("HTTP/1.1 404 Not Found", "Connection: close");
    assertThat(
            answerHead(
                "POST", "/api/v1/web/local/dialplans/reject", "Content-Length: 3\r\n\r\na=b"))
        .contains("HTTP/1.1 200 OK")
        .doesNotContain("Connection: close");
    assertThat(answerHead("GET", "/healthz", "\r\n"))
        .contains("HTTP/1.1 200 OK")
        .doesNotContain("Connection: close");
  }

  @Test
  void settingsCanBeReplacedWhileItRuns() throws Exception {
    String path = "/api/v1/web/local/dialplans/outgoing";
    String form = "From=sip:alice@x&To=sip:5035551212@x";
    assertThat(send("POST", path, form).body()).contains("timeLimit=\"3600\"");
    Variables other = Checkout.variables(Map.of("TIME_LIMIT_SECONDS", "60"));
    server.replace(project, other, new ClassLoaderContainers(project));
    assertThat(send("POST", path, form).body()).contains("timeLimit=\"60\"");
  }

  @Test
  void aFailingContainerIsABadRequestWithItsReasonInTheLog() throws Exception {
    server.replace(project, variables, new BrokenContainers());
    HttpResponse<String> answer = send("POST", "/api/v1/web/local/dialplans/reject", "");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("There was an error processing your request.");
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("It does not start: out of cheese");
  }

  @Test
  void everyRequestIsLogged() throws Exception {
    send("POST", "/api/v1/web/local/dialplans/none?secret=1", "");
    assertThat(log.toString(StandardCharsets.UTF_8))
        .containsPattern("POST /api/v1/web/local/dialplans/none 404 \\d+ ms")
        .doesNotContain("secret");
  }

  @Test
  void aPortInUseIsAMistakeThatNamesIt() throws Exception {
    int port = URI.create(server.url()).getPort();
    ClassLoaderContainers containers = new ClassLoaderContainers(project);
    assertThatThrownBy(() -> LocalServer.of(project, variables).port(port).start(containers))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("Port " + port)
        .hasMessageContaining("--port");
  }

  /** The status and headers of the answer to a request of which only so much is sent. */
  private List<String> answerHead(String method, String path, String rest) throws IOException {
    try (Socket socket =
        new Socket(InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort())) {
      String sent = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + rest;
      socket.getOutputStream().write(sent.getBytes(StandardCharsets.US_ASCII));
      BufferedReader answer =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      return answer.lines().takeWhile(line -> !line.isEmpty()).toList();
    }
  }

  private HttpResponse<String> send(String method, String path, String form) throws Exception {
    BodyPublisher body = form.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(form);
    return client.send(request(method, path, body).build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String method, String path, BodyPublisher body) {
    return HttpRequest.newBuilder(URI.create(server.url() + path))
        .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
        .method(method, body);
  }

  private static final class BrokenContainers implements ContainerFactory {
    @Override
    public Container start(
        dialtone.tools.project.ProjectFunction function, Map<String, String> settings)
        throws ContainerException {
      throw new ContainerException("It does not start: out of cheese");
    }

    @Override
    public void close() {}
  }
}
