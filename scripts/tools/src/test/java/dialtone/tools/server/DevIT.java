package dialtone.tools.server;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.testkit.TwimlAssert;
import dialtone.tools.Checkout;
import dialtone.tools.ShellCommand;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code scripts/dev} as it is typed. */
class DevIT {
  private static final Pattern READY = Pattern.compile("Ready at (http://127\\.0\\.0\\.1:\\d+) ");

  @TempDir private Path directory;

  @Test
  void itServesUntilCtrlC() throws Exception {
    try (ShellCommand dev = start("--port", "0", "--env", settings(""))) {
      String url = awaitReady(dev);
      assertThat(status(url + "/healthz")).isEqualTo(200);
      assertThat(dev.output()).contains(url + "/api/v1/web/local/dialplans/outgoing\n");
      dev.interrupt();
      assertThat(dev.exitCode()).isEqualTo(130);
      assertThat(dev.output()).doesNotContain("Exception");
      int port = URI.create(url).getPort();
      new ServerSocket(port).close(); // free again
    }
  }

  @Test
  void theCurlLineThatItPrintsWorksWhereATokenIsSet() throws Exception {
    String token = "5ec4e75ec4e75ec4e75ec4e75ec4e75e";
    try (ShellCommand dev =
        start("--port", "0", "--env", settings("TWILIO_AUTH_TOKEN=" + token + "\n"))) {
      String url = awaitReady(dev);
      String line =
          dev.output().lines().filter(each -> each.contains("curl ")).findFirst().orElseThrow();
      Process shell = new ProcessBuilder("bash", "-c", line).start();
      String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      TwimlAssert.assertThatTwiml(answer)
          .isResponse(
              "<Dial answerOnBridge=\"true\" callerId=\"+15035550101\" timeLimit=\"3600\" action=\""
                  + url
                  + "/api/v1/web/local/dialplans/dial_status\"><Number>+15035551212</Number></Dial>");
      dev.awaitOutput("POST /api/v1/web/local/dialplans/outgoing 200 ");
      assertThat(dev.output())
          .contains("\"function\":\"dialplans/outgoing\"")
          .doesNotContain(token);
    }
  }

  @Test
  void eventsCanHaveOpenWhisksForm() throws Exception {
    try (ShellCommand dev = start("--port", "0", "--events", "openwhisk", "--env", settings(""))) {
      assertThat(status(awaitReady(dev) + "/api/v1/web/local/dialplans/reject")).isEqualTo(200);
    }
  }

  @Test
  void aPortInUseIsNamed() throws Exception {
    try (ServerSocket used = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress());
        ShellCommand dev =
            start("--port", String.valueOf(used.getLocalPort()), "--env", settings(""))) {
      assertThat(dev.exitCode()).isEqualTo(1);
      assertThat(dev.output())
          .contains("Port " + used.getLocalPort() + " of 127.0.0.1", "--port")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void aMalformedSettingsFileIsNamedWithItsLine() throws Exception {
    try (ShellCommand dev = start("--env", settings("INSTANCE=dev\ns3cret\n"))) {
      assertThat(dev.exitCode()).isEqualTo(1);
      assertThat(dev.output())
          .contains("settings, line 2: expected NAME=value")
          .doesNotContain("\tat ", "s3cret");
    }
  }

  @Test
  void wrongArgumentsExitWithTwoAndShowTheUsage() throws Exception {
    try (ShellCommand dev = start("--port", "http")) {
      assertThat(dev.exitCode()).isEqualTo(2);
      assertThat(dev.output()).contains("'http' is not an int", "Usage: scripts/dev");
    }
  }

  private static ShellCommand start(String... arguments) throws IOException {
    Map<String, String> environment = Map.of("TWILIO_AUTH_TOKEN_SECONDARY", "-");
    return ShellCommand.start(Checkout.ROOT, environment, "scripts/dev", arguments);
  }

  private String settings(String text) throws IOException {
    return Files.writeString(directory.resolve("settings"), text).toString();
  }

  private static String awaitReady(ShellCommand dev) {
    dev.awaitOutput("Ctrl-C ends it");
    Matcher ready = READY.matcher(dev.output());
    assertThat(ready.find()).isTrue();
    return ready.group(1);
  }

  private static int status(String url) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }
}
