package dialtone.tools.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.simulator.Line;
import dialtone.simulator.SimulatedCall;
import dialtone.simulator.timeline.Ended;
import dialtone.simulator.timeline.Entry;
import dialtone.simulator.timeline.Leg;
import dialtone.simulator.timeline.LegAnswers;
import dialtone.simulator.timeline.LegEnds;
import dialtone.simulator.timeline.LegRings;
import dialtone.simulator.timeline.Pressed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** A call that somebody made on the page by hand, as a scenario that does the same again. */
class CallCopiesTest {
  private static final Leg ALICE = new Leg("CA1", "sip:alice@a.example", "+15035550199");
  private static final Leg LOBBY = new Leg("CA2", "sip:lobby@a.example", "+15035550199");

  private static Scenario copied(String otherEnd, Entry... timeline) {
    CallForm form = new CallForm("", "+15035550199", "+15035550101", otherEnd, "real", "");
    SimulatedCall call =
        new SimulatedCall(
            new Line.Outside("+15035550199", "+15035550101"), "CA0", List.of(timeline));
    return ScenarioFile.read("copied.yml", CallCopies.scenario(form, Optional.of(call)));
  }

  private static Duration at(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }

  private static LegEnds ends(double at, Leg leg, String status, long seconds) {
    return new LegEnds(at(at), leg, status, OptionalInt.empty(), seconds, "");
  }

  @Test
  void theOtherEndAnswersAndHangsUpWhenItDid() {
    Scenario scenario =
        copied(
            "by hand",
            new LegRings(at(1), ALICE),
            new LegAnswers(at(3.5), ALICE),
            ends(12.5, ALICE, "completed", 9),
            new Ended(at(12.5), "completed", "<Hangup>"));
    assertThat(scenario.otherEnds().byPattern()).hasToString("{*=answers after 2.5 s, talks 9 s}");
    assertThat(scenario.expected().ends()).contains("completed");
  }

  @Test
  void whoeverDeclinedIsBusyAndWhoeverRangOnDoesNotAnswer() {
    Scenario scenario =
        copied(
            "by hand",
            new LegRings(at(0), ALICE),
            new LegRings(at(0), LOBBY),
            ends(2, ALICE, "busy", 0),
            ends(30, LOBBY, "no-answer", 0),
            new Ended(at(30), "busy", "<Reject>"));
    assertThat(scenario.otherEnds().byPattern())
        .hasToString("{sip:alice@a.example=busy, sip:lobby@a.example=no-answer}");
  }

  @Test
  void theCallerPressesTheSameKeysAndHangsUpAtTheSameTime() {
    Scenario scenario =
        copied(
            "busy",
            new Pressed(at(2), '1'),
            new Pressed(at(3), '#'),
            new Ended(at(7.4), "completed", "the caller hangs up"));
    assertThat(scenario.caller().keys()).isEqualTo("1#");
    assertThat(scenario.caller().hangsUpAfter()).contains(at(7.4));
    assertThat(scenario.otherEnds().byPattern()).hasToString("{*=busy}");
  }

  @Test
  void aCallThatIsNotOverYetIsCopiedAsItWasChosen() {
    CallForm form = new CallForm("alice", "", "101", "by hand", "real", "");
    Scenario scenario =
        ScenarioFile.read("copied.yml", CallCopies.scenario(form, Optional.empty()));
    assertThat(scenario.otherEnds().byPattern()).hasToString("{*=answers after 4 s, talks 60 s}");
    assertThat(scenario.expected()).isEqualTo(Expectations.NONE);
  }
}
