package dialtone.actions.dialplans;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;

import com.google.gson.JsonObject;
import dialtone.core.host.HostEnvironment;
import dialtone.testkit.TwilioRequest;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The action as a host calls it; what it answers to what is the dialplan's own test. */
class OutgoingTest {
  private static final TwilioRequest CALL = TwilioRequest.fromSip("alice", "5035551212");

  @BeforeAll
  static void bringTheEnvironment() {
    HostEnvironment.bring(
        Map.of("__OW_API_HOST", "https://faas.example.com", "__OW_NAMESPACE", "fn-1"));
  }

  static Stream<JsonObject> everyShape() {
    return Stream.of(
        CALL.digitalOceanRaw(),
        CALL.digitalOceanParsed(),
        CALL.openWhiskRaw(),
        CALL.openWhiskParsed(),
        CALL.direct());
  }

  @ParameterizedTest
  @MethodSource("everyShape")
  void aPhoneCallsANumberThroughEveryHost(JsonObject event) {
    assertThatTwiml(Outgoing.main(event))
        .isResponse(
            """
            <Dial callerId="+15035550101" answerOnBridge="true" timeLimit="3600"
                action="https://faas.example.com/api/v1/web/fn-1/dialplans/dial_status">
              <Number>+15035551212</Number>
            </Dial>""");
  }

  @ParameterizedTest
  @MethodSource("everyShape")
  void withoutParametersThePhoneIsUnknown(JsonObject event) {
    event.remove("http");
    event.keySet().removeIf(name -> !name.startsWith("__ow_m"));

    assertThatTwiml(Outgoing.main(event))
        .isResponse("<Say>This phone is not set up to make calls.</Say><Hangup/>");
  }
}
