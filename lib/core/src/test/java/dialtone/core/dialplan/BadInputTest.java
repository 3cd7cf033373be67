package dialtone.core.dialplan;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;

import com.google.gson.JsonObject;
import dialtone.core.action.Hosted;
import dialtone.core.directory.BundledDirectory;
import dialtone.testkit.TwilioRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever arrives, the caller hears what the dialplan says of it. */
class BadInputTest {
  private static final String NO_EXTENSION =
      "<Say>This phone is not set up to make calls.</Say><Hangup/>";
  private static final String CANNOT_BE_COMPLETED =
      "<Say>Your call cannot be completed as dialed. Please check the number and try again.</Say>"
          + "<Hangup/>";
  private static final String DIALLED =
      """
      <Dial callerId="+15035550101" answerOnBridge="true" timeLimit="3600"
          action="https://faas.example.com/api/v1/web/fn-1/dialplans/dial_status">
        <Number>+15035551212</Number>
      </Dial>""";
  private static final String MEGABYTE = "x".repeat(1 << 20);

  private final Hosted hosted =
      new Hosted(settings -> OutgoingDialplan.toAnywhere(new BundledDirectory(), settings));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "To=sip:5035551212@x",
        "From&To",
        "From=&To=",
        "From=%20&To=sip:911@x",
        "From=sip:@x&To=sip:911@x",
        "From=sip:x&To=sip:911@x",
        "From=%FF%FE&To=sip:911@x",
        "From=%3CSay%3E%26%22%3C/Say%3E&To=sip:911@x",
        "{\"From\": \"sip:alice@x\"}",
        "--boundary\r\nContent-Disposition: form-data; name=\"From\"\r\n\r\nsip:alice@x",
        "=&=&&&==",
        "%",
        "\0"
      })
  void aSenderThatIsMissingBlankOrHostileIsNoExtension(String body) {
    assertThatTwiml(post(body)).isResponse(NO_EXTENSION);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&To",
        "&To=",
        "&To=%20",
        "&To=sip:example.com",
        "&To=sip:@example.com",
        "&To=sip:%20@example.com",
        "&To=%FF%FE",
        "&To=sip:%FF%00@x",
        "&To=%3CDial%3E%3CNumber%3E%2B19005551212%3C/Number%3E%3C/Dial%3E",
        "&To=%5D%5D%3E%26amp;%22'",
        "&To=sip:5035551212%0d%0aX@x",
        "&To=;;;;",
        "&To=sip:;user=phone"
      })
  void aTargetThatIsMissingBlankOrHostileIsNotDialled(String to) {
    assertThatTwiml(post("From=sip:alice@x" + to)).isResponse(CANNOT_BE_COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "From=sip:alice@x&To=sip:5035551212@x:5061;transport=tls",
        "From=sip:alice@x:5060;transport=udp&To=tel:%2B1-503-555-1212;phone-context=example.com",
        "From=sips:alice@x&To=sip:5035551212;isub=1@x?subject=hi",
        "From=alice&To=5035551212",
        "From=sip:alice@x&To=sip:5035551212@x&From=sip:bob@x&To=sip:911@x",
        "From=%73ip%3Aalice%40x&To=sip%3A%35035551212%40x"
      })
  void uriPartsAroundTheUserDoNotMatterAndTheFirstOfRepeatedParametersCounts(String body) {
    assertThatTwiml(post(body)).isResponse(DIALLED);
  }

  @Test
  void aMegabyteIsReadAndRejected() {
    assertThatTwiml(post("From=" + MEGABYTE + "&To=sip:911@x")).isResponse(NO_EXTENSION);
    assertThatTwiml(post("From=sip:alice@x&To=sip:" + MEGABYTE + "@x"))
        .isResponse(CANNOT_BE_COMPLETED);
    assertThatTwiml(post("From=sip:alice@x&To=" + "%20".repeat(1 << 18)))
        .isResponse(CANNOT_BE_COMPLETED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "text/plain", "", "multipart/form-data; boundary=b"})
  void aBodyThatIsNoFormHasNoParameters(String contentType) {
    JsonObject event = event("From=sip:alice@x&To=sip:5035551212@x");
    event
        .getAsJsonObject("http")
        .getAsJsonObject("headers")
        .addProperty("content-type", contentType);

    assertThatTwiml(hosted.call(event)).isResponse(NO_EXTENSION);
  }

  @Test
  void anEmptyEventIsAnswered() {
    assertThatTwiml(hosted.call(new JsonObject())).isResponse(NO_EXTENSION);
  }

  private JsonObject post(String body) {
    return hosted.call(event(body));
  }

  private static JsonObject event(String body) {
    JsonObject event = TwilioRequest.empty().digitalOceanRaw();
    event.getAsJsonObject("http").addProperty("body", body);
    return event;
  }
}
