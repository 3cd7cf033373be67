package dialtone.actions.dialplans;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;

import com.google.gson.JsonObject;
import dialtone.core.host.HostEnvironment;
import dialtone.testkit.TwilioRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialSipTest {

  @BeforeAll
  static void bringTheEnvironment() {
    HostEnvironment.bring(
        Map.of("SIP_DOMAIN", "example.sip.twilio.com", "SIP_SERVER", "pbx.example.com"));
  }

  @ParameterizedTest
  @CsvSource({
    "0, sip:operator@pbx.example.com?x-callerid=%2B15035550101&amp;x-enableemergency=true",
    "%23, sip:main_menu@pbx.example.com?x-callerid=%2B15035550101&amp;x-enableemergency=true",
    "102, sip:bob@example.sip.twilio.com",
    "bob, sip:bob@example.sip.twilio.com"
  })
  void operatorMenuAndExtensionsAreRung(String dialled, String uri) {
    assertThatTwiml(dial(dialled))
        .isResponse(
            """
            <Dial callerId="+15035550101" answerOnBridge="true" timeLimit="3600" action="dial_status">
              <Sip>%s</Sip>
            </Dial>"""
                .formatted(uri));
  }

  @Test
  void anEmergencyCallIsNeverLost() {
    assertThatTwiml(dial("911"))
        .isResponse(
            """
            <Dial callerId="+15035550101" answerOnBridge="true" action="dial_status">
              <Number>911</Number>
            </Dial>""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"5035551212", "199", "101", ""})
  void anythingElseIsRejected(String dialled) {
    assertThatTwiml(dial(dialled))
        .isResponse(
            "<Say>Your call cannot be completed as dialed. Please check the number and try again."
                + "</Say><Hangup/>");
  }

  private static JsonObject dial(String dialled) {
    return DialSip.main(TwilioRequest.fromSip("alice", dialled).digitalOceanRaw());
  }
}
