package dialtone.simulator;

import static dialtone.simulator.kit.CallAssert.assertThatCall;
import static org.assertj.core.api.Assertions.assertThat;

import dialtone.simulator.kit.PlannedCall;
import dialtone.simulator.twiml.Noun.Event;
import dialtone.simulator.twiml.TwilioError;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StatusCallbackTest {
  private final TestHost host = new TestHost();

  @BeforeEach
  void dial() {
    host.says(
            "/dialplans/outgoing",
            "<Dial callerId='+15035550101'><Number statusCallback='/progress'"
                + " statusCallbackEvent='initiated ringing answered completed'>+15035551212</Number></Dial>")
        .answers("/progress", 204, "", "");
  }

  @AfterEach
  void close() {
    host.close();
  }

  private PlannedCall call() {
    return host.phones().extension("alice").dials("5035551212");
  }

  private List<String> told(String parameter) {
    return host.requests("/progress").stream().map(each -> each.parameter(parameter)).toList();
  }

  @Test
  void theProgressOfALegIsToldWhereTheTwimlAsksForIt() {
    SimulatedCall call = call().place();
    assertThat(told("CallStatus"))
        .containsExactly("initiated", "ringing", "in-progress", "completed");
    assertThat(told("SequenceNumber")).containsExactly("0", "1", "2", "3");
    assertThat(told("ParentCallSid")).containsOnly(call.sid());
    assertThat(told("CallSid")).doesNotContain(call.sid());
    assertThat(told("CallDuration")).containsExactly("", "", "", "60");
    assertThatCall(call).isFlawless().costs(5);
  }

  @Test
  void theTimeStampsAreOfTheCallsOwnTime() {
    call().place();
    List<ZonedDateTime> times =
        told("Timestamp").stream()
            .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME))
            .toList();
    assertThat(Duration.between(times.get(2), times.get(3)).toSeconds()).isEqualTo(60);
  }

  @Test
  void onlyTheEventsThatAreAskedForAreTold() {
    host.says(
        "/dialplans/incoming",
        "<Dial><Sip statusCallback='/progress'>sip:bob@a.example</Sip></Dial>");
    host.phones().outside("+15035550199").dials("+15035550102").whereItIs("busy").place();
    assertThat(told("CallStatus")).containsExactly("busy");
  }

  @Test
  void callbacksCanComeTwiceWithTheSameToken() {
    call().with(CallbackDelivery.TWICE).place();
    assertThat(told("CallStatus"))
        .containsExactly(
            "initiated",
            "initiated",
            "ringing",
            "ringing",
            "in-progress",
            "in-progress",
            "completed",
            "completed");
    List<String> tokens =
        host.requests("/progress").stream()
            .map(each -> each.headers().get("I-twilio-idempotency-token"))
            .toList();
    assertThat(tokens).doesNotContainNull();
    assertThat(tokens.get(0)).isEqualTo(tokens.get(1)).isNotEqualTo(tokens.get(2));
  }

  @Test
  void callbacksCanComeInTheWrongOrder() {
    call().with(CallbackDelivery.REVERSED).place();
    assertThat(told("CallStatus"))
        .containsExactly("completed", "in-progress", "ringing", "initiated");
  }

  @Test
  void theEndOfTheCallItselfIsToldToo() {
    call().withStatusCallback(host.url("/progress")).place();
    TestHost.Request last = host.requests("/progress").get(4);
    assertThat(last.parameter("CallStatus")).isEqualTo("completed");
    assertThat(last.parameter("CallDuration")).isEqualTo("64");
  }

  @Test
  void aCallOfTheRestApiIsToldStepByStepIfItIsAskedFor() {
    host.says("/hello", "<Pause length='9'/>");
    restCall("answers after 4 s").place();
    assertThat(told("CallStatus"))
        .containsExactly("initiated", "ringing", "in-progress", "completed");
    assertThat(told("SequenceNumber")).containsExactly("0", "1", "2", "3");
    assertThat(told("Direction")).containsOnly("outbound-api");
    assertThat(told("CallDuration")).containsExactly("", "", "", "9");
  }

  @Test
  void aCallOfTheRestApiThatNobodyAnswersIsToldToo() {
    restCall("busy").place();
    assertThat(told("CallStatus")).containsExactly("initiated", "ringing", "busy");
  }

  @Test
  void theProgressOfACallCanComeTwice() {
    restCall("busy").with(CallbackDelivery.TWICE).place();
    assertThat(told("CallStatus"))
        .containsExactly("initiated", "initiated", "ringing", "ringing", "busy", "busy");
  }

  @Test
  void theProgressOfACallCanComeInTheWrongOrder() {
    restCall("busy").with(CallbackDelivery.REVERSED).place();
    assertThat(told("CallStatus")).containsExactly("busy", "ringing", "initiated");
  }

  @Test
  void ofACallThatComesInOnlyTheEndIsTold() {
    host.says("/dialplans/incoming", "<Say>Hello</Say>");
    host.phones()
        .outside("+15035550199")
        .dials("+15035550102")
        .with(new StatusCallback(host.url("/progress"), EnumSet.allOf(Event.class)))
        .place();
    assertThat(told("CallStatus")).containsExactly("completed");
  }

  private PlannedCall restCall(String otherEnd) {
    return host.phones()
        .restApiCalls("+15035550101", "+15035551212", "hello")
        .whereItIs(otherEnd)
        .with(new StatusCallback(host.url("/progress"), EnumSet.allOf(Event.class)));
  }

  @Test
  void aCallbackThatFailsIsAWarningAndChangesNothing() {
    host.says(
        "/dialplans/incoming",
        "<Dial><Sip statusCallback='/nowhere'>sip:bob@a.example</Sip></Dial>");
    SimulatedCall call = host.phones().outside("+15035550199").dials("+15035550102").place();
    assertThatCall(call).logs(TwilioError.CALLBACK_WARNING).endsAs("completed");
    assertThat(call.failed()).isFalse();
  }
}
