package dialtone.core.dialplan;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;

import com.google.gson.JsonObject;
import dialtone.core.action.Hosted;
import dialtone.core.directory.BundledDirectory;
import dialtone.testkit.TwilioRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each row of the dialplan: what a phone dialled, and the TwiML it gets. */
class OutgoingDialplanTest {
  private static final String DIAL_STATUS =
      "https://faas.example.com/api/v1/web/fn-1/dialplans/dial_status";
  private static final String CANNOT_BE_COMPLETED =
      "<Say>Your call cannot be completed as dialed. Please check the number and try again.</Say>"
          + "<Hangup/>";

  private final Hosted hosted =
      new Hosted(settings -> OutgoingDialplan.toAnywhere(new BundledDirectory(), settings));

  @ParameterizedTest
  @ValueSource(strings = {"mallory", "", "101", "%FF"})
  void aPhoneThatIsNotInTheDirectoryIsRejected(String from) {
    assertThatTwiml(dial(from, "5035551212"))
        .isResponse("<Say>This phone is not set up to make calls.</Say><Hangup/>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"911", "+911", "1911", "+1911", "%2B1911"})
  void anEmergencyCallIsDialledWithoutTimeLimit(String dialled) {
    assertThatTwiml(dial("alice", dialled))
        .isResponse(
            """
            <Dial callerId="+15035550101" answerOnBridge="true" action="%s">
              <Number>911</Number>
            </Dial>"""
                .formatted(DIAL_STATUS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"933", "+933", "1933", "+1933"})
  void theEmergencyTestNumberIsDialledAlike(String dialled) {
    assertThatTwiml(dial("alice", dialled))
        .isResponse(
            """
            <Dial callerId="+15035550101" answerOnBridge="true" action="%s">
              <Number>933</Number>
            </Dial>"""
                .formatted(DIAL_STATUS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"911", "+1911", "933"})
  void aPhoneWithoutEmergencyCallsIsToldToUseAnother(String dialled) {
    assertThatTwiml(dial("bob", dialled))
        .isResponse(
            "<Say>Emergency calls cannot be made from this phone. Use another phone to call 911."
                + "</Say><Hangup/>");
  }

  @Test
  void zeroCallsTheOperator() {
    assertThatTwiml(dial("alice", "0"))
        .isResponse(
            sip(
                "+15035550101",
                "sip:operator@pbx-dev.example.com;region=us2"
                    + "?x-callerid=%2B15035550101&amp;x-enableemergency=true"));
  }

  @Test
  void theHashKeyAsksForTheExtensionsMenu() {
    assertThatTwiml(dial("bob", "%23"))
        .isResponse(
            sip(
                "+15035550102",
                "sip:main_menu@pbx-dev.example.com;region=us2"
                    + "?x-callerid=%2B15035550102&amp;x-enableemergency=false"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "%23"})
  void withoutASipServerOperatorAndMenuAreRejected(String dialled) {
    hosted.with("SIP_SERVER", "");

    assertThatTwiml(dial("alice", dialled)).isResponse(CANNOT_BE_COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"102", "bob", "Bob"})
  void anotherExtensionIsRungByNumberOrName(String dialled) {
    assertThatTwiml(dial("alice", dialled))
        .isResponse(sip("+15035550101", "sip:bob@example-dev.sip.twilio.com"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"101", "alice"})
  void onesOwnExtensionIsNotAnother(String dialled) {
    assertThatTwiml(dial("alice", dialled)).isResponse(CANNOT_BE_COMPLETED);
  }

  @Test
  void withoutASipDomainNoExtensionCanBeRung() {
    hosted.with("SIP_DOMAIN", "");

    assertThatTwiml(dial("alice", "102")).isResponse(CANNOT_BE_COMPLETED);
  }

  @Test
  void aServiceCodeCallsTheNumberThatTheDirectoryHasForIt() {
    assertThatTwiml(dial("alice", "211")).isResponse(number("+15035550101", "+18666986155"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"411", "988", "811"})
  void aServiceCodeThatIsNotMappedIsRejected(String dialled) {
    assertThatTwiml(dial("alice", dialled)).isResponse(CANNOT_BE_COMPLETED);
  }

  @Test
  void aNumberOfAnExtensionRingsItWithoutLeavingTheHouse() {
    assertThatTwiml(dial("alice", "5035550102"))
        .isResponse(sip("+15035550101", "sip:bob@example-dev.sip.twilio.com"));
  }

  @Test
  void aNumberThatExtensionsShareRingsThemTogether() {
    assertThatTwiml(dial("bob", "1-503-555-0101"))
        .isResponse(
            """
            <Dial callerId="+15035550102" answerOnBridge="true" timeLimit="3600" action="%s">
              <Sip>sip:alice@example-dev.sip.twilio.com</Sip>
              <Sip>sip:lobby@example-dev.sip.twilio.com</Sip>
            </Dial>"""
                .formatted(DIAL_STATUS));
  }

  @ParameterizedTest
  @CsvSource({
    "5035551212, +15035551212",
    "15035551212, +15035551212",
    "+15035551212, +15035551212",
    "%2B15035551212, +15035551212",
    "(503)%20555-1212, +15035551212",
    "011525512345678, +525512345678",
    "+011525512345678, +525512345678",
    "6045551212, +16045551212"
  })
  void anyOtherNumberIsDialledInItsInternationalForm(String dialled, String number) {
    assertThatTwiml(dial("alice", dialled)).isResponse(number("+15035550101", number));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5551212",
        "123",
        "18765551212",
        "011442079460000",
        "19005551212",
        "15039761234",
        "*69",
        "nonsense",
        "%00",
        "%3CSay%3E"
      })
  void whatMayNotBeCalledOrIsNoNumberIsRejected(String dialled) {
    assertThatTwiml(dial("alice", dialled)).isResponse(CANNOT_BE_COMPLETED);
  }

  @Test
  void settingsSayWhatMayBeCalledAndForHowLong() {
    hosted.with("ALLOWED_REGIONS", "gb, jm").with("TIME_LIMIT_SECONDS", "60");

    assertThatTwiml(dial("alice", "5035551212")).isResponse(CANNOT_BE_COMPLETED);
    assertThatTwiml(dial("alice", "18765551212"))
        .isResponse(number("+15035550101", "+18765551212").replace("3600", "60"));
  }

  @Test
  void aPromotedInstanceHandsItsNameOn() {
    hosted.with("TWILIO_AUTH_TOKEN", "t");
    String query = "instance=prod";
    TwilioRequest request =
        TwilioRequest.fromSip("alice", "0").withQuery(query).signed("t", Hosted.URL + "?" + query);

    assertThatTwiml(hosted.call(request.digitalOceanRaw()))
        .isResponse(
            sip(
                    "+15035550101",
                    "sip:operator@pbx-prod.example.com;region=us2"
                        + "?x-callerid=%2B15035550101&amp;x-enableemergency=true")
                .replace("dial_status", "dial_status?instance=prod"));
  }

  private JsonObject dial(String extension, String dialled) {
    return hosted.call(TwilioRequest.fromSip(extension, dialled).digitalOceanRaw());
  }

  private static String number(String callerId, String number) {
    return dialled(callerId, "<Number>" + number + "</Number>");
  }

  private static String sip(String callerId, String uri) {
    return dialled(callerId, "<Sip>" + uri + "</Sip>");
  }

  private static String dialled(String callerId, String nouns) {
    return """
        <Dial callerId="%s" answerOnBridge="true" timeLimit="3600" action="%s">%s</Dial>"""
        .formatted(callerId, DIAL_STATUS, nouns);
  }
}
