package dialtone.actionloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.core.host.HostEnvironment;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The loop on streams of the test's own; with a process and a zip it is tested in scripts/tools.
 */
class ActionLoopTest {
  private static final String MARKER = "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX\n";

  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void anEventIsAnsweredOnOneLine() throws IOException {
    assertThat(run(event -> event, "{\"value\":{\"text\":\"two\\nlines\"}}"))
        .containsExactly("{\"text\":\"two\\nlines\"}");
  }

  @Test
  void eachRequestGetsOneAnswerInTheirOrder() throws IOException {
    assertThat(run(event -> event, "{\"value\":{\"n\":1}}", "{\"value\":{\"n\":2}}", "{}"))
        .containsExactly("{\"n\":1}", "{\"n\":2}", "{}");
  }

  @Test
  void whatTheHostTellsOfACallIsThereForThatCallOnly() throws IOException {
    Action tellsActivation =
        event -> {
          JsonObject told = new JsonObject();
          HostEnvironment environment = new HostEnvironment();
          environment.get("__OW_ACTIVATION_ID").ifPresent(id -> told.addProperty("id", id));
          environment.get("__OW_DEADLINE").ifPresent(at -> told.addProperty("deadline", at));
          return told;
        };
    assertThat(
            run(
                tellsActivation,
                "{\"value\":{},\"activation_id\":\"a1\",\"deadline\":17}",
                "{\"value\":{},\"activation_id\":\"a2\"}",
                "{\"value\":{}}"))
        .containsExactly("{\"id\":\"a1\",\"deadline\":\"17\"}", "{\"id\":\"a2\"}", "{}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no JSON", "{", "[]", "1", "null", "{\"value\":1}", "{\"value\":[]}"})
  void aLineThatIsNoRequestIsAnsweredWithAnErrorAndTheLoopGoesOn(String line) throws IOException {
    List<String> lines = run(event -> event, line, "{\"value\":{\"n\":2}}");

    assertThat(lines).hasSize(2);
    assertThat(lines.get(0)).startsWith("{\"error\":\"the request");
    assertThat(lines.get(1)).isEqualTo("{\"n\":2}");
  }

  @Test
  void deeplyNestedJsonIsAnsweredWithAnError() throws IOException {
    String deep = "{\"value\":".repeat(100_000) + "{}" + "}".repeat(100_000);

    assertThat(run(event -> event, deep, "{}")).hasSize(2).last().isEqualTo("{}");
  }

  @Test
  void anActionThatThrowsIsAnsweredWithAnErrorAndTheLoopGoesOn() throws IOException {
    Action throwsOnce =
        event -> {
          if (event.has("bad")) {
            throw new IOException("no reason");
          }
          return event;
        };
    assertThat(run(throwsOnce, "{\"value\":{\"bad\":1}}", "{\"value\":{}}"))
        .containsExactly("{\"error\":\"the action failed: java.io.IOException: no reason\"}", "{}");
  }

  @Test
  void anActionWithoutAnAnswerIsAnsweredWithAnError() throws IOException {
    assertThat(run(event -> null, "{}"))
        .containsExactly("{\"error\":\"the action gave no answer\"}");
  }

  @Test
  void anAnswerThatIsTooLargeBecomesAnError() throws IOException {
    Action large =
        event -> {
          JsonObject answer = new JsonObject();
          answer.addProperty("body", "é".repeat(event.get("letters").getAsInt()));
          return answer;
        };
    int most = (1024 * 1024 - "{\"body\":\"\"}".length()) / 2;

    List<String> lines =
        run(large, "{\"value\":{\"letters\":" + most + "}}", "{\"value\":{\"letters\":600000}}");

    assertThat(lines.get(0)).startsWith("{\"body\":\"é");
    assertThat(lines.get(1))
        .isEqualTo("{\"error\":\"the action's answer has 1200011 bytes, the most is 1048576\"}");
  }

  @Test
  void outOfMemoryEndsTheLoop() {
    Action exhausted =
        event -> {
          throw new OutOfMemoryError("test");
        };
    assertThatThrownBy(() -> run(exhausted, "{}")).isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void theEndOfEachActivationIsMarkedOnBothStreamsIfTheHostLeavesThatToTheAction()
      throws IOException {
    loop(event -> event, true, "{}", "no JSON").run();

    assertThat(out).hasToString(MARKER + MARKER);
    assertThat(err).hasToString(MARKER + MARKER);
  }

  @Test
  void nothingIsMarkedOtherwise() throws IOException {
    run(event -> event, "{}");

    assertThat(out).hasToString("");
    assertThat(err).hasToString("");
  }

  @Test
  void anActionIsAClassWithAMainOfTheRightShape() throws Exception {
    assertThat(Action.of(Echo.class.getName()).main(JsonParser.parseString("{}").getAsJsonObject()))
        .hasToString("{}");
    assertThatThrownBy(() -> Action.of("no.such.Class"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no class no.such.Class");
    assertThatThrownBy(() -> Action.of(String.class.getName()))
        .hasMessage("java.lang.String has no main(JsonObject)");
  }

  /** An action. */
  public static final class Echo {
    private Echo() {}

    public static JsonObject main(JsonObject event) {
      return event;
    }
  }

  private List<String> run(Action action, String... lines) throws IOException {
    loop(action, false, lines).run();
    return answers.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private ActionLoop loop(Action action, boolean marked, String... lines) {
    return new ActionLoop(
        action,
        new BufferedReader(new StringReader(String.join("\n", lines) + "\n")),
        new AnswerChannel(answers),
        new EndMarkers(
            marked,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8)));
  }
}
