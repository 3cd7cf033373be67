package dialtone.tools.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.simulator.kit.BrokenDialplan;
import dialtone.tools.Checkout;
import dialtone.tools.StandInServer;
import dialtone.tools.command.Command;
import dialtone.tools.project.Project;
import dialtone.tools.project.Variables;
import dialtone.tools.project.Web;
import dialtone.tools.server.ClassLoaderContainers;
import dialtone.tools.server.LocalServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** scripts/acceptance and scripts/call against the local server, with signed requests. */
class AcceptanceIT {
  private static final String TOKEN = "5ec4e75ec4e75ec4e75ec4e75ec4e75e";

  @TempDir private static Path folder;

  private static LocalServer server;
  private static Path settings;

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  @BeforeAll
  static void start() throws Exception {
    Project project = Checkout.project(Web.RAW);
    Variables variables = Checkout.variables(Map.of("TWILIO_AUTH_TOKEN", TOKEN));
    server =
        LocalServer.of(project, variables)
            .log(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
            .start(new ClassLoaderContainers(project));
    settings = Files.writeString(folder.resolve("env"), "TWILIO_AUTH_TOKEN=" + TOKEN + "\n");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private int acceptance(String base, String... more) {
    return run(new Acceptance(Checkout.ROOT, out), base, more);
  }

  private int call(String base, String... more) {
    return run(new PlaceCall(Checkout.ROOT, out), base, more);
  }

  private static int run(Object command, String base, String... more) {
    String[] arguments = new String[more.length + 4];
    System.arraycopy(more, 0, arguments, 0, more.length);
    System.arraycopy(
        new String[] {"--url", base, "--env", settings.toString()}, 0, arguments, more.length, 4);
    return Command.run(command, arguments);
  }

  private static String base() {
    return server.url() + "/api/v1/web/local";
  }

  private String output() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  @Test
  void theWholeMatrixIsAsExpected() throws Exception {
    Path report = folder.resolve("report.xml");
    assertThat(acceptance(base(), "--junit", report.toString())).as(output()).isZero();
    assertThat(output())
        .contains(
            "alice dials 5035551212, a number: busy",
            "alice dials 102, extension bob: busy",
            "alice dials 103, extension lobby: answers",
            "bob dials 101, extension alice: answers",
            "bob dials 103, extension lobby: answers",
            "lobby dials 101, extension alice: answers",
            "lobby dials 102, extension bob: answers",
            "bob dials 911, never placed, refused",
            "lobby dials #, its menu: the caller gives up",
            "anonymous calls +15035550102",
            "The time limit ends a call that goes on for ever")
        .containsPattern("(?m)^[0-9]+ calls as expected, 0 not, in [0-9.]+ s\\.$");
    assertThat(report).content().contains("<testsuite name=\"acceptance\"", "failures=\"0\"");
  }

  @Test
  void theWholeMatrixIsAsExpectedByTheNameThatTwilioCallsAnInstance() {
    assertThat(acceptance(base(), "--instance", "prod")).as(output()).isZero();
    assertThat(call(base(), "alice", "5035551212", "--instance", "prod")).isZero();
    assertThat(output())
        .contains(
            "sip:alice@example-prod.sip.twilio.com calls",
            "voice URL: POST " + base() + "/dialplans/outgoing?instance=prod → 200",
            "action of <Dial>: POST " + base() + "/dialplans/dial_status?instance=prod → 200");
  }

  @Test
  void aDialplanThatIsWrongIsFound() throws Exception {
    try (StandInServer silent =
        StandInServer.start(
            routes ->
                routes.post(
                    "/local/dialplans/*",
                    request -> request.contentType("text/xml").result("<Response/>")))) {
      Path report = folder.resolve("failed.xml");
      String base = silent.url() + "/local";
      assertThat(acceptance(base, "--junit", report.toString())).isEqualTo(1);
      assertThat(output())
          .contains(
              "FAILED alice dials 5035551212, a number: busy",
              "should ring [+15035551212] but rang []",
              "the caller should hear busy signal but heard []",
              "should end as busy but ended as completed",
              "should answer with a call to 911 but answered without one");
      assertThat(report).content().contains("<failure message=");
    }
  }

  @Test
  void scenariosOfOnesOwnArePlayed() throws Exception {
    Path own = Files.createDirectories(folder.resolve("own"));
    Files.writeString(
        own.resolve("wrong.yml"),
        """
        name: Mine
        extension: alice
        dials: "102"
        expect: {rings: [lobby], says: Hello, ends: busy, invocations: 7, logs: [11200]}
        """);
    assertThat(acceptance(base(), "--scenarios", own.toString())).isEqualTo(1);
    assertThat(output())
        .contains(
            "FAILED Mine",
            "should ring [lobby] but rang [sip:bob@example-dev.sip.twilio.com]",
            "should say \"Hello\" but said []",
            "should cost 7 invocations but cost 2",
            "Twilio should log 11200 but logged []");
  }

  @Test
  void aCallIsToldOnTheTerminal() {
    assertThat(
            call(
                base(), "--from", "+15035550199", "--to", "+15035550102", "--outcome", "no-answer"))
        .isZero();
    assertThat(output())
        .startsWith("+15035550199 calls +15035550102\n")
        .contains(
            "  0:00.0  it rings sip:bob@example-dev.sip.twilio.com with caller ID +15035550199\n",
            "  0:30.0  the call ends as busy: <Reject>\n",
            "30 s, 2 invocations\n")
        .doesNotContain("\u001b", TOKEN);
  }

  @Test
  void theRestApiPlacesACallAndReportsItsProgress() {
    assertThat(
            call(
                base(),
                "--rest",
                "dialplans/incoming",
                "--from",
                "+15035550101",
                "--to",
                "+15035550102",
                "--status-callback",
                "dialplans/reject",
                "--status-callback-event",
                "initiated,completed",
                "--callbacks",
                "twice"))
        .isZero();
    assertThat(output())
        .containsSubsequence(
            "+15035550101 calls +15035550102",
            "status callback: POST " + base() + "/dialplans/reject → 200",
            "status callback: POST",
            "it rings +15035550102 with caller ID +15035550101",
            "the caller's call is answered",
            "voice URL: POST " + base() + "/dialplans/incoming → 200",
            "it rings sip:bob@example-dev.sip.twilio.com",
            "the call ends as completed",
            "status callback: POST",
            "status callback: POST")
        .doesNotContain("dialplans/outgoing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad-xml", "redirect-loop", "wrong-nesting", "server-error"})
  void aBrokenDialplanIsCaughtWithTwiliosNumber(String dialled) {
    try (BrokenDialplan broken = new BrokenDialplan()) {
      assertThat(call(broken.base(), "alice", dialled)).isEqualTo(1);
    }
    assertThat(output())
        .contains(BrokenDialplan.expected(dialled), "and it would have failed at Twilio");
  }

  @Test
  void aCallIsToldToPrograms() {
    assertThat(call(base(), "alice", "911", "--json")).isZero();
    JsonObject json = JsonParser.parseString(output()).getAsJsonObject();
    assertThat(json.get("status").getAsString()).isEqualTo("completed");
    assertThat(json.get("failed").getAsBoolean()).isFalse();
    assertThat(json.getAsJsonArray("timeline").toString()).contains("\"kind\":\"not-placed\"");
  }

  @Test
  void aCallThatWouldFailAtTwilioExitsWith1() {
    assertThat(call("http://127.0.0.1:1/nothing", "alice", "101")).isEqualTo(1);
    assertThat(output())
        .contains("error 11205, HTTP connection failure", "and it would have failed at Twilio");
  }

  @Test
  void aWrongTokenIsAForbiddenRequest() throws Exception {
    Path wrong = Files.writeString(folder.resolve("wrong"), "TWILIO_AUTH_TOKEN=wrong\n");
    int exit =
        Command.run(
            new PlaceCall(Checkout.ROOT, out),
            "alice",
            "101",
            "--url",
            base(),
            "--env",
            wrong.toString());
    assertThat(exit).isEqualTo(1);
    assertThat(output()).contains("error 11200, HTTP retrieval failure", "403");
  }

  @ParameterizedTest
  @CsvSource({
    "alice",
    "--from=+15035550199",
    "alice 101 --to=+15035550101",
    "--from=+15035550199 --to=+15035550101 --rest=a|b",
    "alice 101 --rest=dialplans/outgoing",
    "alice 101 --instance=a/b",
    "alice 101 --status-callback=x --status-callback-event=asleep",
    "alice 101 --outcome=asleep",
    "alice 101 --keys=x"
  })
  void whatCannotBeCalledIsAMistakeOfTheArguments(String arguments) {
    assertThat(call(base(), arguments.split(" ", -1))).isEqualTo(2);
    assertThat(output()).isEmpty();
  }
}
