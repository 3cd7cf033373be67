package dialtone.actions.dialplans;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;

import com.google.gson.JsonObject;
import dialtone.core.host.HostEnvironment;
import dialtone.testkit.TwilioRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialPstnTest {

  @BeforeAll
  static void bringTheEnvironment() {
    HostEnvironment.bring(Map.of("SIP_DOMAIN", "example.sip.twilio.com"));
  }

  @Test
  void aNumberOfThePublicNetworkIsDialled() {
    assertThatTwiml(dial("alice", "+15035551212"))
        .isResponse(dialled("timeLimit=\"3600\"", "<Number>+15035551212</Number>"));
  }

  @Test
  void anEmergencyCallIsDialledWithoutTimeLimit() {
    assertThatTwiml(dial("alice", "911")).isResponse(dialled("", "<Number>911</Number>"));
  }

  @Test
  void aServiceCodeIsDialled() {
    assertThatTwiml(dial("alice", "211"))
        .isResponse(dialled("timeLimit=\"3600\"", "<Number>+18666986155</Number>"));
  }

  @Test
  void aNumberOfAnExtensionNeverLeavesTheHouse() {
    assertThatTwiml(dial("alice", "+15035550102"))
        .isResponse(dialled("timeLimit=\"3600\"", "<Sip>sip:bob@example.sip.twilio.com</Sip>"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "%23", "102", "bob", "19005551212", "18765551212"})
  void whatIsNoNumberOrMayNotBeCalledIsRejected(String dialled) {
    assertThatTwiml(dial("alice", dialled))
        .isResponse(
            "<Say>Your call cannot be completed as dialed. Please check the number and try again."
                + "</Say><Hangup/>");
  }

  private static JsonObject dial(String extension, String dialled) {
    return DialPstn.main(TwilioRequest.fromSip(extension, dialled).digitalOceanRaw());
  }

  private static String dialled(String limit, String noun) {
    return "<Dial callerId=\"+15035550101\" answerOnBridge=\"true\" action=\"dial_status\" %s>%s</Dial>"
        .formatted(limit, noun);
  }
}
