package dialtone.tools.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.StandInServer;
import dialtone.tools.command.Command;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The smoke tests against instances that are not as they should be. */
class SmokeTest {
  private static final String TOKEN = "5ec4e75ec4e75ec4e75ec4e75ec4e75e";

  @TempDir private Path root;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final PrintStream before = System.out;
  private final PrintStream errorsBefore = System.err;
  private Path settings;

  @BeforeEach
  void listen() throws Exception {
    settings = Files.writeString(root.resolve("settings"), "TWILIO_AUTH_TOKEN=" + TOKEN + "\n");
    PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(stream);
    System.setErr(stream);
  }

  @AfterEach
  void listenNoMore() {
    System.setOut(before);
    System.setErr(errorsBefore);
  }

  @Test
  void anAnswerThatDiffersIsShownAndFails() throws Exception {
    int exit =
        against(page -> page.contentType("text/xml").result("<Response><Hangup/></Response>"));
    assertThat(exit).isEqualTo(1);
    assertThat(lines())
        .contains("ok        dial_status: completed", "DIFFERENT outgoing: 5035551212")
        .anyMatch(line -> line.contains("expected <Response><Dial"))
        .anyMatch(line -> line.contains("got      <Response><Hangup/></Response>"));
  }

  @Test
  void anInstanceThatTakesAnySignatureFails() throws Exception {
    against(page -> page.contentType("text/xml").result("<Response/>"));
    assertThat(lines()).contains("DIFFERENT a wrong signature", "       status 200: expected 403");
  }

  @Test
  void theOrderOfAttributesAndTheSpaceBetweenTagsAreFree() throws Exception {
    against(
        page ->
            page.contentType("text/xml")
                .result("<Response>\n  <Say>" + words(page) + "</Say>\n  <Hangup/>\n</Response>"));
    assertThat(lines()).contains("ok        reject: reason \"not-in-service\"");
  }

  @Test
  void anAnswerThatIsNoTwimlFails() throws Exception {
    assertThat(against(page -> page.status(500).result("oops"))).isEqualTo(1);
    assertThat(lines()).contains("       status 500: oops");
    assertThat(against(page -> page.result("<Response/>"))).isEqualTo(1);
    assertThat(lines()).anyMatch(line -> line.contains("expected text/xml"));
    assertThat(against(page -> page.contentType("text/xml").result("<Response>"))).isEqualTo(1);
    assertThat(lines()).anyMatch(line -> line.contains("no XML document"));
  }

  @Test
  void theTokenIsSentAndShownNowhere() throws Exception {
    List<String> sent = new ArrayList<>();
    against(
        page -> {
          sent.add(page.fullUrl() + page.headerMap() + page.body());
          page.result("");
        });
    assertThat(sent).isNotEmpty().noneMatch(request -> request.contains(TOKEN));
    assertThat(said.toString(StandardCharsets.UTF_8)).doesNotContain(TOKEN);
  }

  @Test
  void anInstanceThatCannotBeReachedExitsWithTwo() throws Exception {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    assertThat(run("http://127.0.0.1:" + port)).isEqualTo(2);
    assertThat(lines()).anyMatch(line -> line.contains("cannot be reached"));
  }

  @Test
  void aUrlThatIsNoneExitsWithTwo() {
    assertThat(run("dialplans/outgoing")).isEqualTo(2);
    assertThat(run("http://")).isEqualTo(2);
    assertThat(lines()).anyMatch(line -> line.contains("is no URL such as"));
  }

  private int against(Handler instance) {
    try (StandInServer server = StandInServer.start(routes -> routes.post("/<path>", instance))) {
      return run(server.url());
    }
  }

  private int run(String url) {
    return Command.run(new Smoke(root), "--url", url, "--env", settings.toString());
  }

  private static String words(Context page) {
    return "not-in-service".equals(page.formParam("reason"))
        ? "The number you have dialed is not in service."
        : "";
  }

  private Stream<String> lines() {
    return said.toString(StandardCharsets.UTF_8).lines();
  }
}
