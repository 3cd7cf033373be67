package dialtone.core.action;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dialtone.core.dialplan.Answer;
import dialtone.core.dialplan.Dialplan;
import dialtone.core.dialplan.OutgoingDialplan;
import dialtone.core.dialplan.Rejection;
import dialtone.core.directory.BundledDirectory;
import dialtone.core.host.Settings;
import dialtone.testkit.TwilioRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceActionTest {
  private static final String TOKEN = "0123456789abcdef";
  private static final String APOLOGY =
      "<Say>We're sorry, your call cannot be completed at this time. Please try again later.</Say>"
          + "<Hangup/>";

  private final Hosted hosted = new Hosted(VoiceActionTest::outgoing);
  private final TwilioRequest call = TwilioRequest.fromSip("alice", "5035551212");

  @Test
  void aSignedRequestIsAnswered() {
    hosted.with("TWILIO_AUTH_TOKEN", TOKEN);

    for (String query : List.of("", "instance=prod", "instance=prod&x=%2F%2f")) {
      String url = query.isEmpty() ? Hosted.URL : Hosted.URL + "?" + query;
      TwilioRequest signed = call.withQuery(query).signed(TOKEN, url);
      assertThat(status(signed.digitalOceanRaw())).as(query).isEqualTo(200);
      assertThat(status(signed.openWhiskRaw())).as(query).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "instance=prod"})
  void aSignedRequestThatTheHostParsedIsAnswered(String query) {
    hosted.with("TWILIO_AUTH_TOKEN", TOKEN);
    String url = query.isEmpty() ? Hosted.URL : Hosted.URL + "?" + query;
    TwilioRequest signed = call.withQuery(query).signed(TOKEN, url);

    assertThat(status(signed.digitalOceanParsed())).isEqualTo(200);
    assertThat(status(signed.openWhiskParsed())).isEqualTo(200);
  }

  @Test
  void aWrongSignatureIsForbiddenAndNothingElseHappens() {
    Hosted untouched =
        new Hosted(
            settings ->
                (request, instance) -> {
                  throw new AssertionError("the dialplan was asked");
                });
    untouched.with("TWILIO_AUTH_TOKEN", TOKEN);

    JsonObject response = untouched.call(call.signed("another", Hosted.URL).digitalOceanRaw());

    assertThat(response.get("statusCode").getAsInt()).isEqualTo(403);
    assertThat(response.get("body").getAsString()).doesNotContain("Response");
    assertThat(untouched.logged().get("outcome").getAsString()).isEqualTo("forbidden");
    assertThat(untouched.logged().toString()).contains("does not match " + Hosted.URL);
  }

  @Test
  void aRefusedUrlIsLoggedWithoutTheNumbersInIt() {
    hosted.with("TWILIO_AUTH_TOKEN", TOKEN);
    String query = "instance=prod&From=%2B15035550199&To=%2B15035550101&digits";

    hosted.call(call.signed("another", Hosted.URL).withQuery(query).digitalOceanRaw());

    assertThat(hosted.logged().toString())
        .contains("does not match " + Hosted.URL + "?instance=prod&From=…&To=…&digits")
        .doesNotContain("5550199")
        .doesNotContain("5550101");
  }

  @Test
  void aSignatureForAnotherUrlOrInstanceIsForbidden() {
    hosted.with("TWILIO_AUTH_TOKEN", TOKEN);
    TwilioRequest signed = call.signed(TOKEN, Hosted.URL + "?instance=stage");

    assertThat(status(signed.withQuery("instance=prod").digitalOceanRaw())).isEqualTo(403);
    assertThat(status(signed.withQuery("instance=prod").openWhiskParsed())).isEqualTo(403);
  }

  @Test
  void behindAProxyTheSignatureCoversItsUrl() {
    hosted.with("TWILIO_AUTH_TOKEN", TOKEN).with("PUBLIC_URL", "https://voice.example.com");
    String url = "https://voice.example.com/api/v1/web/fn-1/dialplans/outgoing";

    JsonObject response = hosted.call(call.signed(TOKEN, url).digitalOceanRaw());

    assertThat(response.get("body").getAsString())
        .contains("https://voice.example.com/api/v1/web/fn-1/dialplans/dial_status");
  }

  @ParameterizedTest
  @ValueSource(strings = {"old", "new"})
  void whileATokenIsReplacedBothAreTaken(String token) {
    hosted.with("TWILIO_AUTH_TOKEN", "new").with("TWILIO_AUTH_TOKEN_SECONDARY", "old");

    assertThat(status(call.signed(token, Hosted.URL).digitalOceanRaw())).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "'', '', 200",
    "dev, '', 200",
    "dev, instance=dev, 200",
    "stage, '', 403",
    "prod, instance=dev, 403",
    "'', instance=prod, 403",
    "No Name!, '', 403"
  })
  void withoutATokenOnlyDevAnswers(String setting, String query, int status) {
    hosted.with("INSTANCE", setting);

    assertThat(status(call.withQuery(query).digitalOceanRaw())).isEqualTo(status);
    if (status == 403) {
      assertThat(hosted.logged().toString()).contains("setting TWILIO_AUTH_TOKEN is not set");
    }
  }

  @Test
  void withATokenButNoPublicUrlNobodyIsAnsweredAndTheSettingIsNamed() {
    hosted.with("TWILIO_AUTH_TOKEN", TOKEN).with("__OW_API_HOST", "");

    assertThat(status(call.signed(TOKEN, Hosted.URL).digitalOceanRaw())).isEqualTo(403);
    assertThat(hosted.logged().toString()).contains("set PUBLIC_URL");
  }

  @Test
  void whoHoldsTheNamespacesKeyNeedsNoSignature() {
    hosted.with("TWILIO_AUTH_TOKEN", TOKEN).with("INSTANCE", "prod");

    assertThat(status(call.direct())).isEqualTo(200);
  }

  @Test
  void aFailureIsAnApologyToTheCallerAndAnErrorInTheLog() {
    Hosted failing =
        new Hosted(
            settings ->
                (request, instance) -> {
                  throw new IllegalStateException("directory on fire");
                });

    assertThatTwiml(failing.call(call.digitalOceanRaw())).isResponse(APOLOGY);
    assertThat(failing.logged().get("level").getAsString()).isEqualTo("error");
    assertThat(failing.logged().get("errors").toString())
        .contains("directory on fire", "VoiceActionTest");
  }

  @Test
  void withoutMemoryTheProcessIsLostAndTheHostMustKnow() {
    Hosted failing =
        new Hosted(
            settings ->
                (request, instance) -> {
                  throw new OutOfMemoryError();
                });

    assertThatThrownBy(() -> failing.call(call.digitalOceanRaw()))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void whileASettingIsMalformedOnlyEmergencyCallsArePutThrough() {
    hosted.with("TIME_LIMIT_SECONDS", "an hour");

    JsonObject response = hosted.call(call.digitalOceanRaw());

    assertThatTwiml(response).isResponse(APOLOGY);
    String problem =
        "setting TIME_LIMIT_SECONDS: \"an hour\" is not a whole number from 1 to 86400";
    assertThat(response.getAsJsonObject("headers").get("X-Dialtone-Status").getAsString())
        .isEqualTo(problem);
    assertThat(hosted.logged().get("errors").getAsString()).isEqualTo(problem);
  }

  @ParameterizedTest
  @CsvSource({
    "TIME_LIMIT_SECONDS, 0",
    "ALLOWED_REGIONS, 'US,XX'",
    "DEFAULT_REGION, America",
    "SIP_SERVER, 'a b'",
    "SIP_DOMAIN, a@b",
    "PUBLIC_URL, '::'",
    "INSTANCE, '!'"
  })
  void anEmergencyCallIsDialledWhateverSettingIsMalformed(String setting, String value) {
    hosted.with(setting, value).with("TWILIO_AUTH_TOKEN", TOKEN);

    JsonObject response = hosted.call(TwilioRequest.fromSip("alice", "911").direct());

    assertThat(response.get("body").getAsString()).contains("<Number>911</Number>");
    assertThat(response.getAsJsonObject("headers").get("X-Dialtone-Status").getAsString())
        .contains("setting " + setting);
  }

  @Test
  void theLogLineTellsWhatHappenedButNoNumber() {
    hosted.call(call.withQuery("instance=dev").digitalOceanRaw());

    JsonObject line = hosted.logged();
    line.remove("milliseconds");
    assertThat(line)
        .hasToString(
            "{\"level\":\"info\",\"instance\":\"dev\",\"function\":\"dialplans/outgoing\","
                + "\"activation\":\"a1\",\"call\":\"CA0123456789abcdef0123456789abcdef\","
                + "\"extension\":\"alice\",\"from\":\"…ce\",\"to\":\"…12\",\"outcome\":\"dial\"}");
  }

  @Test
  void aSettingThatIsMissingIsNamedInTheLog() {
    hosted.with("SIP_DOMAIN", "");

    assertThat(status(call.digitalOceanRaw())).isEqualTo(200);
    assertThat(hosted.logged().get("level").getAsString()).isEqualTo("warn");
    assertThat(hosted.logged().get("warnings").getAsString())
        .isEqualTo("setting SIP_DOMAIN is not set: no extension can be rung");
  }

  @Test
  void noEventAtAllIsAnsweredToo() {
    assertThatTwiml(hosted.call(null))
        .isResponse("<Say>This phone is not set up to make calls.</Say><Hangup/>");
  }

  @Test
  void aLongCallSidIsCutInTheLog() {
    hosted.call(TwilioRequest.empty().with("CallSid", "C".repeat(1 << 20)).direct());

    assertThat(hosted.logged().get("call").getAsString()).hasSize(34);
  }

  private int status(JsonObject event) {
    return hosted.call(event).get("statusCode").getAsInt();
  }

  private static Dialplan outgoing(Settings settings) {
    return OutgoingDialplan.toAnywhere(new BundledDirectory(), settings);
  }

  @Test
  void theRejectionsOutcomeIsLogged() {
    Answer answer = Rejection.NOT_IN_SERVICE.answer();
    Hosted rejecting = new Hosted(settings -> (request, instance) -> answer);

    rejecting.call(call.direct());

    assertThat(rejecting.logged().get("outcome").getAsString()).isEqualTo("reject");
  }
}
