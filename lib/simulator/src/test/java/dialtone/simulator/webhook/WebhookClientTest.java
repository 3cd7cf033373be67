package dialtone.simulator.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.twiml.Method;
import dialtone.simulator.twiml.TwilioError;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookClientTest {
  private final AtomicInteger asked = new AtomicInteger();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer server;
  private String signature = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          asked.incrementAndGet();
          signature = String.valueOf(exchange.getRequestHeaders().getFirst("X-Twilio-Signature"));
          String path = exchange.getRequestURI().getPath();
          try {
            Thread.sleep(path.equals("/slow") ? 400 : 0);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          exchange.sendResponseHeaders(
              path.equals("/404") ? 404 : path.equals("/500") ? 500 : 200, -1);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private Fetched fetch(String path) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return WebhookClient.of(Optional.empty(), UnaryOperator.identity())
        .fetch(new WebhookRequest(url, Method.POST, Map.of("CallSid", "CA1"), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "/500, 1",
    "/500#rc=2&rp=5xx, 3",
    "/500#rc=2&rp=4xx, 1",
    "/404#rc=1&rp=4xx, 2",
    "/404#rc=3&rp=all, 4",
    "/404#rc=3, 1",
    "/ok#rc=5&rp=all, 1"
  })
  void aUrlIsAskedAgainAsItsFragmentSays(String path, int times) {
    fetch(path);
    assertThat(asked).hasValue(times);
  }

  @Test
  void theFragmentsReadTimeoutIsKept() {
    Fetched fetched = fetch("/slow#rt=100");
    assertThat(fetched.flaw().map(Flaw::error)).contains(TwilioError.HTTP_CONNECTION_FAILURE);
    assertThat(fetched.flaw().orElseThrow().detail()).endsWith("did not answer within 0.1 s");
  }

  @Test
  void aSlowAnswerIsAskedForAgainIfThePolicySaysSo() {
    assertThat(fetch("/slow#rt=100&rc=2&rp=rt").exchanges()).hasSize(3);
    assertThat(fetch("/slow#rt=100&rc=2&rp=5xx").exchanges()).hasSize(1);
  }

  @Test
  void nothingIsAskedAgainOnceTheTimeInAllIsOver() {
    assertThat(fetch("/slow#tt=100&rc=5&rp=all").exchanges()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"rp=6xx", "rc=9", "ct=1", "tt=99999", "rt=soon"})
  void aFragmentThatTwilioDoesNotUnderstandIsNoted(String fragment) {
    assertThat(fetch("/ok#" + fragment).notes())
        .singleElement()
        .matches(flaw -> flaw.error() == TwilioError.INVALID_RETRY_POLICY);
  }

  @Test
  void withoutAFragmentTwilioWaits15SecondsAndConnectsTwice() {
    ConnectionSettings settings = ConnectionSettings.of(URI.create("https://a.example/x"));
    assertThat(settings.connect()).isEqualTo(Duration.ofSeconds(5));
    assertThat(settings.total()).isEqualTo(Duration.ofSeconds(15));
    assertThat(settings.retries()).isEqualTo(1);
    assertThat(settings.policy()).containsExactly(Failure.CT);
  }

  @Test
  void aRequestIsSignedAsTwiliosExample() {
    Map<String, String> form =
        Map.of(
            "CallSid", "CA1234567890ABCDE",
            "Caller", "+12349013030",
            "Digits", "1234",
            "From", "+12349013030",
            "To", "+18005551212");
    assertThat(
            new RequestSignature("12345").of("https://mycompany.com/myapp.php?foo=1&bar=2", form))
        .isEqualTo("0/KCTR6DLpKmkAf8muzZqo1nDgQ=");
  }

  @Test
  void theUrlIsSignedAsItIsThoughItIsReachedElsewhere() {
    int port = server.getAddress().getPort();
    WebhookClient client =
        WebhookClient.of(
            Optional.of(new RequestSignature("12345")),
            url -> URI.create("http://127.0.0.1:" + port + url.getRawPath()));
    client.fetch(
        new WebhookRequest(
            URI.create("https://voice.example/x#rc=0"),
            Method.POST,
            Map.of("A", "b"),
            Optional.empty()));
    assertThat(asked).hasValue(1);
    assertThat(signature)
        .isEqualTo(new RequestSignature("12345").of("https://voice.example/x", Map.of("A", "b")));
  }

  @Test
  void withoutATokenNothingIsSigned() {
    fetch("/ok");
    assertThat(signature).isEqualTo("null");
  }
}
