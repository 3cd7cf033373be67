package dialtone.actions.dialplans;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.google.gson.JsonObject;
import dialtone.core.directory.BundledDirectory;
import dialtone.core.events.CallEvent;
import dialtone.core.host.Instance;
import dialtone.core.log.Log;
import dialtone.core.web.WebRequest;
import dialtone.testkit.TwilioRequest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the dialplan: how the dialled leg ended, and what the caller hears. */
class DialStatusDialplanTest {
  private static final TwilioRequest OUTGOING = TwilioRequest.fromSip("alice", "5035551212");
  private static final TwilioRequest INCOMING =
      TwilioRequest.fromPstn("+15035550199", "+15035550101");

  private final List<CallEvent> published = new ArrayList<>();
  private final List<String> instances = new ArrayList<>();
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final Log log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8));

  @ParameterizedTest
  @ValueSource(strings = {"completed", "answered", "canceled"})
  void aCallThatTookPlaceIsHungUp(String status) {
    assertThatTwiml(end(OUTGOING, status)).isResponse("<Hangup/>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"busy", "no-answer"})
  void aCallThatNobodyTookGivesABusySignal(String status) {
    assertThatTwiml(end(OUTGOING, status)).isResponse("<Reject reason=\"busy\"/>");
  }

  @Test
  void aCallThatFailedGetsAnApology() {
    assertThatTwiml(end(OUTGOING, "failed"))
        .isResponse(
            "<Say>We're sorry, your call cannot be completed at this time."
                + " Please try again later.</Say><Hangup/>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ringing", "BUSY", "<Say>", "é"})
  void anUnknownStatusIsHungUpAndWarnedOf(String status) {
    assertThatTwiml(end(OUTGOING, status)).isResponse("<Hangup/>");
    assertThat(published).isEmpty();
    assertThat(warnings()).contains("unknown DialCallStatus");
  }

  @Test
  void aMissingStatusIsHungUpAndWarnedOf() {
    assertThatTwiml(answer(OUTGOING)).isResponse("<Hangup/>");
    assertThat(warnings()).contains("unknown DialCallStatus: none");
  }

  @ParameterizedTest
  @CsvSource({
    "completed, outgoing_dialstatus_completed",
    "no-answer, outgoing_dialstatus_no-answer",
    "failed, outgoing_dialstatus_failed"
  })
  void anOutgoingCallPublishesItsEventsWithTheCallersExtension(String status, String event) {
    end(OUTGOING, status);

    assertThat(published)
        .containsExactly(
            new CallEvent("outgoing_call", "alice", TwilioRequest.CALL_SID),
            new CallEvent(event, "alice", TwilioRequest.CALL_SID));
    assertThat(instances).containsExactly("dev");
  }

  @Test
  void anIncomingCallPublishesItsEventsWithTheFirstExtensionThatHasTheNumber() {
    end(INCOMING, "busy");

    assertThat(published)
        .extracting(CallEvent::name, CallEvent::extension)
        .containsExactly(
            tuple("incoming_call", "alice"), tuple("incoming_dialstatus_busy", "alice"));
  }

  @Test
  void aPromotedInstancePublishesUnderItsName() {
    end(OUTGOING.withQuery("instance=prod"), "completed");

    assertThat(instances).containsExactly("prod");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sip:", "sip:example.com", "anonymous", "+15035550198"})
  void theChannelOfAnEventIsNeverEmpty(String address) {
    end(TwilioRequest.call(address, address), "completed");

    assertThat(published).extracting(CallEvent::extension).doesNotContain("").hasSize(2);
  }

  @Test
  void theSameCallbackTwiceHasTheSameEventIds() {
    end(OUTGOING, "busy");
    end(OUTGOING, "busy");

    assertThat(published).extracting(CallEvent::id).hasSize(4);
    assertThat(published.subList(0, 2)).isEqualTo(published.subList(2, 4));
  }

  private String end(TwilioRequest call, String status) {
    return answer(call.with("DialCallStatus", status).with("DialCallDuration", "0"));
  }

  private String answer(TwilioRequest request) {
    WebRequest web = WebRequest.of(request.digitalOceanRaw());
    Instance instance = Instance.of(name -> Optional.empty(), web, "dialplans/dial_status");
    return new DialStatusDialplan(
            new BundledDirectory(),
            (events, name) -> {
              published.addAll(events);
              instances.add(name);
            },
            (callback, durationParameter) -> () -> {},
            log)
        .answer(web, instance)
        .twiml()
        .toXml();
  }

  private String warnings() {
    log.write(new JsonObject());
    return logged.toString(StandardCharsets.UTF_8);
  }
}
