package dialtone.tools.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dialtone.simulator.CallPlan;
import dialtone.simulator.Line;
import dialtone.simulator.StatusCallback;
import dialtone.simulator.twiml.Noun.Event;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Variables;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFileTest {

  @Test
  void everyKeyIsRead() {
    Scenario scenario =
        ScenarioFile.read(
            "a.yml",
            """
            name: A menu
            extension: alice
            dials: "#"
            other_end: {"+1503*": busy, "*": no-answer}
            keys: "1w2#"
            hangs_up_after: 20
            speaks: 3.5
            callbacks: twice
            expect:
              rings: ["+15035551212"]
              caller_id: "+15035550101"
              hears: busy signal
              says: Goodbye
              ends: busy
              invocations: 2
              not_placed: "911"
              logs: [12200]
            """);
    assertThat(scenario.name()).isEqualTo("A menu");
    assertThat(scenario.caller().keys()).isEqualTo("1w2#");
    assertThat(scenario.caller().speaks()).hasMillis(3500);
    assertThat(scenario.otherEnds().byPattern()).containsOnlyKeys("+1503*", "*");
    assertThat(scenario.expected().rings().orElseThrow()).containsExactly("+15035551212");
    assertThat(scenario.expected().hears()).containsExactly("busy signal");
    assertThat(scenario.expected().logs()).containsExactly(12200);
  }

  @Test
  void aCallOfTheRestApiAsksAFunctionAndReportsItsProgress() {
    CallPlan plan =
        ScenarioFile.read(
                "a.yml",
                """
                from: "+15035550101"
                to: "+15035551212"
                rest: dialplans/dial_pstn
                status_callback: telephone/call_status
                status_callback_event: [ringing, completed]
                """)
            .call()
            .apply(
                new Switchboard(
                    "http://127.0.0.1:1/local", Optional.of("prod"), new Variables(List.of())));
    assertThat(plan.line()).isEqualTo(new Line.Rest("+15035550101", "+15035551212"));
    assertThat(plan.url())
        .hasToString("http://127.0.0.1:1/local/dialplans/dial_pstn?instance=prod");
    assertThat(plan.statusCallback())
        .contains(
            new StatusCallback(
                URI.create("http://127.0.0.1:1/local/telephone/call_status?instance=prod"),
                Set.of(Event.RINGING, Event.COMPLETED)));
  }

  @Test
  void whatIsLeftOutIsNotLookedAt() {
    assertThat(ScenarioFile.read("a.yml", "{extension: alice, dials: 101}").expected())
        .isEqualTo(Expectations.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {extension: alice}                               | a.yml: dials is missing
          {dials: 101}                                     | say who calls
          {extension: alice, from: x, dials: 101}          | say who calls
          {extension: alice, dials: 101, hear: x}          | unknown key hear
          {extension: alice, dials: 101, expect: {ring: x}}| unknown key ring
          {extension: alice, dials: 101, other_end: asleep}| is nothing that the other end can do
          {extension: alice, dials: 101, keys: abc}        | cannot be pressed
          {extension: alice, dials: 101, status_callback: x, status_callback_event: x} | is no event
          {extension: alice, dials: 101, rest: x}          | rest goes with from and to
          {extension: alice                                | a.yml is no YAML
          [alice]                                          | expected keys and values
          """)
  void aMistakeIsToldWithTheFilesName(String yaml, String message) {
    assertThatThrownBy(() -> ScenarioFile.read("a.yml", yaml))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("a.yml")
        .hasMessageContaining(message);
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> new ScenarioFolder(Path.of("no-such-folder")).scenarios())
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("no-such-folder");
  }
}
