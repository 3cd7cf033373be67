package dialtone.tools.simulator;

import static dialtone.simulator.kit.CallAssert.assertThatCall;
import static org.assertj.core.api.Assertions.assertThat;

import dialtone.simulator.SimulatedCall;
import dialtone.simulator.kit.PhoneSystem;
import dialtone.simulator.timeline.Answered;
import dialtone.simulator.timeline.Sound;
import dialtone.tools.Checkout;
import dialtone.tools.project.Project;
import dialtone.tools.project.Web;
import dialtone.tools.server.ClassLoaderContainers;
import dialtone.tools.server.LocalServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whole calls through the project's functions, signed, from the answer to the last callback. */
class WholeCallsIT {
  private static final String TOKEN = "5ec4e75ec4e75ec4e75ec4e75ec4e75e";
  private static final String ALICE = "sip:alice@example-dev.sip.twilio.com";
  private static final String BOB = "sip:bob@example-dev.sip.twilio.com";
  private static final String LOBBY = "sip:lobby@example-dev.sip.twilio.com";

  private static LocalServer server;
  private static PhoneSystem phones;

  @BeforeAll
  static void start() throws Exception {
    Project project = Checkout.project(Web.RAW);
    server =
        LocalServer.of(project, Checkout.variables(Map.of("TWILIO_AUTH_TOKEN", TOKEN)))
            .log(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
            .start(new ClassLoaderContainers(project));
    phones =
        PhoneSystem.at(server.url() + "/api/v1/web/local")
            .withNumbers(Set.of("+15035550101", "+15035550102"))
            .signedWith(TOKEN);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void aliceDialsANumberThatIsBusyAndHearsABusySignal() {
    assertThatCall(phones.extension("alice").dials("5035551212").whereItIs("busy").place())
        .rings("+15035551212", "+15035550101")
        .hears(Sound.BUSY_SIGNAL)
        .endsAs("busy")
        .costs(2)
        .isFlawless();
  }

  @Test
  void aNumberThatIsNotThereIsApologisedFor() {
    assertThatCall(
            phones.extension("bob").dials("503 555 1212").whereItIs("fails with SIP 404").place())
        .hearsSpeech(
            "We're sorry, your call cannot be completed at this time. Please try again later.")
        .isFlawless();
  }

  @Test
  void oneExtensionCallsAnotherWithItsOwnCallerId() {
    assertThatCall(phones.extension("bob").dials("101").place())
        .ringsOnly(ALICE)
        .rings(ALICE, "+15035550102")
        .endsAs("completed")
        .isFlawless();
  }

  @Test
  void aNumberThatTwoExtensionsShareRingsBothAndTheFirstAnswers() {
    SimulatedCall call =
        phones
            .outside("+15035550199")
            .dials("+15035550101")
            .where("alice", "answers after 9 s")
            .where("lobby", "answers after 3 s")
            .place();
    assertThatCall(call).ringsOnly(ALICE, LOBBY).connects(LOBBY).isFlawless();
  }

  @Test
  void aCallerWhoWithheldTheNumberIsPutThrough() {
    assertThatCall(phones.outside("anonymous").dials("+15035550102").place())
        .connects(BOB)
        .isFlawless();
  }

  @Test
  void nothingIsAnsweredBeforeTheOtherEndIs() {
    SimulatedCall call =
        phones.extension("alice").dials("5035551212").whereItIs("answers after 9 s").place();
    assertThat(call.entries(Answered.class))
        .singleElement()
        .matches(answered -> answered.at().toSeconds() == 9);
  }

  @Test
  void anHourIsTheLongestCall() {
    SimulatedCall call =
        phones
            .extension("alice")
            .dials("5035551212")
            .whereItIs("answers after 1 s and talks 86400 s")
            .place();
    assertThat(call.duration().toSeconds()).isEqualTo(3601);
  }

  @Test
  void anEmergencyCallIsAnsweredWithTheRightTwimlAndNeverPlaced() {
    assertThatCall(phones.extension("alice").dials("911").place())
        .wouldCallEmergency("911", "+15035550101")
        .ringsNobody()
        .costs(1)
        .isFlawless();
  }

  @Test
  void aPhoneThatMayNotCallEmergencyServicesSaysSo() {
    assertThatCall(phones.extension("bob").dials("911").place())
        .ringsNobody()
        .hearsSpeech(
            "Emergency calls cannot be made from this phone. Use another phone to call 911.")
        .isFlawless();
  }

  @Test
  void withoutTwiliosSignatureNothingIsAnswered() {
    PhoneSystem forger = PhoneSystem.at(server.url() + "/api/v1/web/local").signedWith("a guess");
    assertThatCall(forger.extension("alice").dials("5035551212").place())
        .ringsNobody()
        .hears(Sound.APPLICATION_ERROR)
        .failed();
  }
}
