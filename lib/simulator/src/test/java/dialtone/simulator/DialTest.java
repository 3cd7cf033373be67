package dialtone.simulator;

import static dialtone.simulator.kit.CallAssert.assertThatCall;
import static org.assertj.core.api.Assertions.assertThat;

import dialtone.simulator.timeline.Answered;
import dialtone.simulator.timeline.Heard;
import dialtone.simulator.timeline.LegEnds;
import dialtone.simulator.timeline.LegRings;
import dialtone.simulator.timeline.Sound;
import dialtone.simulator.twiml.TwilioError;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialTest {
  private static final String DIAL =
      "<Dial callerId='+15035550101' answerOnBridge='true' action='/status'>"
          + "<Number>+15035551212</Number></Dial>";

  private final TestHost host = new TestHost();

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void aliceDialsSomebodyWhoIsBusyAndHearsABusySignal() {
    host.says("/dialplans/outgoing", DIAL).says("/status", "<Reject reason='busy'/>");
    SimulatedCall call =
        host.phones().extension("alice").dials("5035551212").whereItIs("busy").place();
    assertThatCall(call)
        .rings("+15035551212", "+15035550101")
        .hears(Sound.BUSY_SIGNAL)
        .endsAs("busy")
        .costs(2)
        .isFlawless();
  }

  @Test
  void aPhoneOfTheSipDomainTellsItsUri() {
    host.says("/dialplans/outgoing", "<Hangup/>");
    host.phones().extension("alice").dials("#").place();
    TestHost.Request request = host.requests().get(0);
    assertThat(request.parameter("From")).isEqualTo("sip:alice@example-dev.sip.twilio.com");
    assertThat(request.parameter("To")).startsWith("sip:%23@example-dev.sip.twilio.com");
    assertThat(request.parameter("SipDomain")).isEqualTo("example-dev.sip.twilio.com");
    assertThat(request.parameter("Direction")).isEqualTo("inbound");
    assertThat(request.parameter("CallStatus")).isEqualTo("ringing");
  }

  @Test
  void everyRequestOfACallHasTheSameCallSid() {
    host.says("/dialplans/outgoing", DIAL).says("/status", "<Hangup/>");
    SimulatedCall call = host.phones().extension("alice").dials("5035551212").place();
    assertThat(host.requests())
        .hasSize(2)
        .allMatch(request -> request.parameter("CallSid").equals(call.sid()));
  }

  @ParameterizedTest
  @CsvSource({
    "answers after 4 s and talks 60 s, completed, 60, true",
    "busy, busy, '', false",
    "no-answer, no-answer, '', false",
    "fails with SIP 404, failed, '', false"
  })
  void theActionIsToldHowItEnded(String end, String status, String duration, String bridged) {
    host.says("/dialplans/outgoing", DIAL).says("/status", "<Hangup/>");
    host.phones().extension("alice").dials("5035551212").whereItIs(end).place();
    TestHost.Request action = host.requests("/status").get(0);
    assertThat(action.parameter("DialCallStatus")).isEqualTo(status);
    assertThat(action.parameter("DialCallDuration")).isEqualTo(duration);
    assertThat(action.parameter("DialBridged")).isEqualTo(bridged);
  }

  @Test
  void aSipPhoneThatIsNotThereGivesItsSipCode() {
    host.says("/dialplans/incoming", "<Dial action='/status'><Sip>sip:bob@a.example</Sip></Dial>")
        .says("/status", "<Hangup/>");
    host.phones()
        .outside("+15035550199")
        .dials("+15035550102")
        .whereItIs("fails with SIP 480")
        .place();
    assertThat(host.requests("/status").get(0).parameter("DialSipResponseCode")).isEqualTo("480");
  }

  @Test
  void theTimeLimitEndsTheTalk() {
    host.says("/dialplans/incoming", "<Dial timeLimit='3600'><Sip>sip:bob@a.example</Sip></Dial>");
    SimulatedCall call =
        host.phones()
            .outside("+15035550199")
            .dials("+15035550102")
            .whereItIs("answers after 4 s and talks 7200 s")
            .place();
    assertThat(call.entries(LegEnds.class))
        .singleElement()
        .matches(
            end -> end.seconds() == 3600 && end.why().equals("the time limit of 3600 s is over"));
    assertThat(call.duration().toSeconds()).isEqualTo(3604);
  }

  @Test
  void nobodyAnswersBeforeTheTimeout() {
    host.says("/dialplans/incoming", "<Dial timeout='20'><Sip>sip:bob@a.example</Sip></Dial>");
    SimulatedCall call =
        host.phones()
            .outside("+15035550199")
            .dials("+15035550102")
            .whereItIs("answers after 20 s")
            .place();
    assertThat(call.duration().toSeconds()).isEqualTo(20);
    assertThat(call.entries(LegEnds.class))
        .singleElement()
        .matches(end -> end.status().equals("no-answer"));
  }

  @Test
  void whoAnswersFirstHasTheCallAndTheOthersStop() {
    host.says(
        "/dialplans/incoming",
        "<Dial><Sip>sip:alice@a.example</Sip><Sip>sip:lobby@a.example</Sip></Dial>");
    SimulatedCall call =
        host.phones()
            .outside("+15035550199")
            .dials("+15035550101")
            .where("alice", "answers after 9 s")
            .where("lobby", "answers after 3 s and talks 10 s")
            .place();
    assertThatCall(call)
        .ringsOnly("sip:alice@a.example", "sip:lobby@a.example")
        .connects("sip:lobby@a.example")
        .endsAs("completed");
    assertThat(call.entries(LegEnds.class).map(LegEnds::status))
        .containsExactly("canceled", "completed");
  }

  @Test
  void sequentialLegsRingOneAfterTheOther() {
    host.says(
        "/dialplans/incoming",
        "<Dial sequential='true'><Sip>sip:a@a.example</Sip><Sip>sip:b@a.example</Sip></Dial>");
    SimulatedCall call =
        host.phones().outside("+15035550199").dials("+15035550101").where("a", "busy").place();
    assertThatCall(call).connects("sip:b@a.example");
    assertThat(call.entries(LegRings.class).map(each -> each.at().toSeconds()))
        .containsExactly(0L, 2L);
  }

  @Test
  void theCallersLegIsAnsweredWithTheCalleesIfItIsKeptRinging() {
    host.says("/dialplans/outgoing", DIAL).says("/status", "<Hangup/>");
    SimulatedCall call = host.phones().extension("alice").dials("5035551212").place();
    assertThat(call.entries(Answered.class))
        .singleElement()
        .matches(each -> each.at().toSeconds() == 4);
  }

  @Test
  void aCallerWhoGivesUpIsToldToTheActionAndItsAnswerIsIgnored() {
    host.says("/dialplans/outgoing", DIAL).says("/status", "<Say>Still there?</Say>");
    SimulatedCall call =
        host.phones()
            .extension("alice")
            .dials("5035551212")
            .whereItIs("no-answer")
            .hangingUpAfter(8)
            .place();
    assertThatCall(call).endsAs("no-answer").endsBecause("the caller hangs up");
    assertThat(host.requests("/status").get(0).parameter("DialCallStatus")).isEqualTo("canceled");
    assertThat(call.entries(Heard.class)).noneMatch(heard -> heard.sound() == Sound.SPEECH);
  }

  @Test
  void withoutAnActionTheDocumentGoesOn() {
    host.says(
        "/dialplans/outgoing", "<Dial callerId='+15035550101'>+15035551212</Dial><Say>Bye</Say>");
    SimulatedCall call = host.phones().extension("alice").dials("5035551212").place();
    assertThatCall(call).connects("+15035551212").hearsSpeech("Bye").endsAs("completed").costs(1);
  }

  @Test
  void starHangsUpOnTheOtherEndWhereTheDialSaysSo() {
    host.says(
        "/dialplans/outgoing",
        "<Dial callerId='+15035550101' hangupOnStar='true'>+15035551212</Dial><Say>Next</Say>");
    SimulatedCall call = host.phones().extension("alice").dials("5035551212").pressing("*").place();
    assertThatCall(call).hearsSpeech("Next");
    assertThat(call.entries(LegEnds.class))
        .singleElement()
        .matches(each -> each.why().equals("the caller presses *"));
  }

  @Test
  void aClientAndAQueueCanBeCalled() {
    host.says(
        "/dialplans/incoming",
        "<Dial><Client>desk</Client></Dial><Dial><Queue>support</Queue></Dial>");
    assertThatCall(host.phones().outside("+15035550199").dials("+15035550101").place())
        .connects("desk")
        .connects("support")
        .isFlawless();
  }

  @Test
  void aNounThatTheSimulatorDoesNotCallFailsTheCall() {
    host.says("/dialplans/incoming", "<Dial><WhatsApp>+15035551212</WhatsApp></Dial>");
    assertThatCall(host.phones().outside("+15035550199").dials("+15035550101").place())
        .ringsNobody()
        .failed();
  }

  @Test
  void aConferenceCanBeJoined() {
    host.says("/dialplans/incoming", "<Dial action='/status'><Conference>all</Conference></Dial>")
        .says("/status", "<Hangup/>");
    SimulatedCall call = host.phones().outside("+15035550199").dials("+15035550101").place();
    assertThatCall(call).connects("all");
    TestHost.Request action = host.requests("/status").get(0);
    assertThat(action.parameter("DialCallStatus")).isEqualTo("answered");
    assertThat(action.parameters()).doesNotContainKeys("DialCallSid", "DialCallDuration");
  }

  @Test
  void aSipUriCanBeNestedBesideItsHeaders() {
    host.says("/dialplans/incoming", "<Dial><Sip><Uri>sip:bob@a.example</Uri></Sip></Dial>");
    assertThatCall(host.phones().outside("+15035550199").dials("+15035550102").place())
        .connects("sip:bob@a.example")
        .isFlawless();
  }

  @Test
  void aCallerIdThatIsNoNumberOfOursIsRefused() {
    host.says("/dialplans/outgoing", "<Dial callerId='+15035559999'>+15035551212</Dial>");
    SimulatedCall call =
        host.phones()
            .withNumbers(Set.of("+15035550101"))
            .extension("alice")
            .dials("5035551212")
            .place();
    assertThatCall(call).logs(TwilioError.DIAL_CALLER_ID).ringsNobody().failed();
  }

  @Test
  void aSipPhoneMustHaveACallerIdToCallThePublicNetwork() {
    host.says("/dialplans/outgoing", "<Dial>+15035551212</Dial>");
    assertThatCall(host.phones().extension("alice").dials("5035551212").place())
        .logs(TwilioError.DIAL_CALLER_ID)
        .failed();
  }

  @Test
  void moreThanTenNounsAreRefused() {
    host.says(
        "/dialplans/incoming", "<Dial>" + "<Sip>sip:a@b.example</Sip>".repeat(11) + "</Dial>");
    assertThatCall(host.phones().outside("+15035550199").dials("+15035550101").place())
        .logs(TwilioError.DIAL_TOO_MANY)
        .ringsNobody()
        .failed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bob",
        "sip:bob",
        "sip:bob@a.example?x-callerid=+1503",
        "sip:bob@a.example?x-name=a b",
        "https://a.example"
      })
  void aSipUriMustBeOne(String uri) {
    host.says("/dialplans/incoming", "<Dial><Sip>" + uri + "</Sip></Dial>");
    assertThatCall(host.phones().outside("+15035550199").dials("+15035550101").place())
        .logs(TwilioError.DIAL_SIP_URI)
        .failed();
  }
}
