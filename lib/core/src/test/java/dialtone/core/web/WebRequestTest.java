package dialtone.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.testkit.TwilioRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WebRequestTest {
  private static final TwilioRequest CALL =
      TwilioRequest.fromSip("alice", "%23").withQuery("instance=stage");

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
  void everyShapeGivesTheSameParameters(JsonObject event) {
    WebRequest request = WebRequest.of(event);

    assertThat(request.parameter("From")).contains("sip:alice@example-dev.sip.twilio.com");
    assertThat(request.parameter("To")).contains("sip:%23@example-dev.sip.twilio.com;user=phone");
    assertThat(request.parameter("instance")).contains("stage");
    assertThat(request.parameter("Digits")).isEmpty();
  }

  @Test
  void aRawEventKeepsTheQueryAsItWasSent() {
    String query = "x=%2B1&instance=prod&y=a+b";

    assertThat(WebRequest.of(CALL.withQuery(query).digitalOceanRaw()).queryString())
        .isEqualTo(query);
    assertThat(WebRequest.of(CALL.withQuery(query).openWhiskRaw()).queryString()).isEqualTo(query);
  }

  @Test
  void onlyAnEventWithoutAnHttpPartIsADirectInvocation() {
    assertThat(WebRequest.of(CALL.direct()).direct()).isTrue();
    assertThat(WebRequest.of(CALL.digitalOceanRaw()).direct()).isFalse();
    assertThat(WebRequest.of(CALL.digitalOceanParsed()).direct()).isFalse();
    assertThat(WebRequest.of(CALL.openWhiskRaw()).direct()).isFalse();
    assertThat(WebRequest.of(CALL.openWhiskParsed()).direct()).isFalse();
  }

  @Test
  void aRawEventTakesNoParameterFromBesideTheHttpPart() {
    JsonObject event = CALL.digitalOceanRaw();
    event.addProperty("To", "sip:911@example.com");

    assertThat(WebRequest.of(event).parameter("To"))
        .contains("sip:%23@example-dev.sip.twilio.com;user=phone");
  }

  @Test
  void digitalOceansBase64BodyIsDecoded() {
    JsonObject event = CALL.digitalOceanRaw();
    JsonObject http = event.getAsJsonObject("http");
    http.addProperty("isBase64Encoded", true);
    http.addProperty("body", base64(CALL.body()));

    assertThat(WebRequest.of(event).form().first("CallSid")).contains(TwilioRequest.CALL_SID);
  }

  @Test
  void openWhisksJsonBodyIsDecodedFromBase64() {
    JsonObject event = CALL.openWhiskRaw();
    event.getAsJsonObject("__ow_headers").addProperty("content-type", "application/json");
    event.addProperty("__ow_body", base64("{\"a\": 1}"));

    WebRequest request = WebRequest.of(event);

    assertThat(request.body()).isEqualTo("{\"a\": 1}");
    assertThat(request.form().list()).isEmpty();
  }

  @Test
  void headersAreFoundInAnyCase() {
    JsonObject event =
        event(
            "{'http': {'method': 'post', 'body': '', 'headers': {'X-Twilio-Signature': 'abc='}}}");

    assertThat(WebRequest.of(event).header("x-twilio-SIGNATURE")).contains("abc=");
    assertThat(WebRequest.of(event).method()).isEqualTo("POST");
  }

  @ParameterizedTest
  @MethodSource
  void whatHasTheWrongTypeIsEmpty(String json) {
    WebRequest request = WebRequest.of(event(json));

    assertThat(request.parameter("From")).isEmpty();
    assertThat(request.header("content-type")).isEmpty();
  }

  static Stream<String> whatHasTheWrongTypeIsEmpty() {
    return Stream.of(
        "{}",
        "{'http': {}}",
        "{'http': 7}",
        "{'http': {'body': {}, 'headers': []}}",
        "{'http': {'body': null, 'headers': {'content-type': [1]}}}",
        "{'http': {'isBase64Encoded': true, 'body': '*not base64*'}}",
        "{'__ow_method': 5, '__ow_body': ['From=a'], '__ow_headers': 'x'}",
        "{'From': {'a': 1}}",
        "{'From': null}");
  }

  @Test
  void aParsedRepeatedParameterKeepsItsValuesInOrder() {
    WebRequest request = WebRequest.of(event("{'__ow_method': 'post', 'a': ['2', '1', 3]}"));

    assertThat(request.form().list())
        .extracting(Parameters.Parameter::value)
        .containsExactly("2", "1", "3");
  }

  private static JsonObject event(String json) {
    return JsonParser.parseString(json.replace('\'', '"')).getAsJsonObject();
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
