package dialtone.actions.dialplans;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;

import com.google.gson.JsonObject;
import dialtone.core.directory.BundledDirectory;
import dialtone.core.host.Instance;
import dialtone.core.host.Settings;
import dialtone.core.web.WebRequest;
import dialtone.testkit.TwilioRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Each row of the dialplan: which number is called by whom, and the TwiML that rings our phones.
 */
class IncomingDialplanTest {
  private static final String NOT_IN_SERVICE =
      "<Say>The number you have dialed is not in service.</Say><Hangup/>";

  private final Map<String, String> variables =
      new HashMap<>(
          Map.of(
              "__OW_API_HOST", "https://faas.example.com",
              "__OW_NAMESPACE", "fn-1",
              "SIP_DOMAIN", "example-{instance}.sip.twilio.com"));

  @Test
  void aNumberRingsTheExtensionThatHasIt() {
    assertThatTwiml(call("+15035550199", "+15035550102"))
        .isResponse(
            """
            <Dial callerId="+15035550199" answerOnBridge="true" timeLimit="3600"
                action="https://faas.example.com/api/v1/web/fn-1/dialplans/dial_status">
              <Sip>sip:bob@example-dev.sip.twilio.com</Sip>
            </Dial>""");
  }

  @Test
  void aNumberThatExtensionsShareRingsThemTogether() {
    assertThatTwiml(call("+15035550199", "+15035550101"))
        .isResponse(
            """
            <Dial callerId="+15035550199" answerOnBridge="true" timeLimit="3600"
                action="https://faas.example.com/api/v1/web/fn-1/dialplans/dial_status">
              <Sip>sip:alice@example-dev.sip.twilio.com</Sip>
              <Sip>sip:lobby@example-dev.sip.twilio.com</Sip>
            </Dial>""");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anonymous",
        "Anonymous",
        "restricted",
        "unavailable",
        "",
        " ",
        "+266696687",
        "sip:alice@example.com",
        "client:alice",
        "<Say>",
        "911"
      })
  void aCallerWhoseNumberIsWithheldOrNoNumberGetsNoCallerId(String from) {
    assertThatTwiml(call(from, "+15035550102"))
        .isResponse(
            """
            <Dial answerOnBridge="true" timeLimit="3600"
                action="https://faas.example.com/api/v1/web/fn-1/dialplans/dial_status">
              <Sip>sip:bob@example-dev.sip.twilio.com</Sip>
            </Dial>""");
  }

  @ParameterizedTest
  @ValueSource(strings = {"+15035550198", "", "anonymous", "102", "bob", "sip:bob@example.com"})
  void aNumberThatNoExtensionHasIsNotInService(String to) {
    assertThatTwiml(call("+15035550199", to)).isResponse(NOT_IN_SERVICE);
  }

  @Test
  void aRequestWithoutParametersIsNotInService() {
    assertThatTwiml(call(TwilioRequest.empty().direct())).isResponse(NOT_IN_SERVICE);
  }

  @Test
  void withoutASipDomainNoExtensionCanBeRung() {
    variables.remove("SIP_DOMAIN");

    assertThatTwiml(call("+15035550199", "+15035550102")).isResponse(NOT_IN_SERVICE);
  }

  @Test
  void aMegabyteOfCallerIsNoCaller() {
    assertThatTwiml(call("+".repeat(1 << 20), "+15035550102")).isWellFormed();
    assertThatTwiml(call("+15035550199", "9".repeat(1 << 20))).isResponse(NOT_IN_SERVICE);
  }

  @Test
  void thePromotedInstanceRingsItsOwnDomainAndHandsItsNameOn() {
    TwilioRequest request =
        TwilioRequest.fromPstn("+15035550199", "+15035550102").withQuery("instance=prod");

    assertThatTwiml(call(request.digitalOceanRaw()))
        .isResponse(
            """
            <Dial callerId="+15035550199" answerOnBridge="true" timeLimit="3600"
                action="https://faas.example.com/api/v1/web/fn-1/dialplans/dial_status?instance=prod">
              <Sip>sip:bob@example-prod.sip.twilio.com</Sip>
            </Dial>""");
  }

  private String call(String from, String to) {
    return call(TwilioRequest.fromPstn(from, to).digitalOceanRaw());
  }

  private String call(JsonObject event) {
    WebRequest request = WebRequest.of(event);
    Settings settings = new Settings(name -> Optional.ofNullable(variables.get(name)));
    Instance instance =
        Instance.of(
            name -> Optional.ofNullable(variables.get(name)), request, "dialplans/incoming");
    return new IncomingDialplan(new BundledDirectory(), settings)
        .answer(request, instance)
        .twiml()
        .toXml();
  }
}
