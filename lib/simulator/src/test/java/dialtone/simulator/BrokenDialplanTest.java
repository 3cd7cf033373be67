package dialtone.simulator;

import static dialtone.simulator.kit.CallAssert.assertThatCall;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dialtone.simulator.kit.BrokenDialplan;
import dialtone.simulator.kit.PhoneSystem;
import dialtone.simulator.timeline.Entry;
import dialtone.simulator.timeline.Logged;
import dialtone.simulator.timeline.Sound;
import dialtone.simulator.twiml.TwilioError;
import dialtone.simulator.webhook.WebhookClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A dialplan that is broken in every way that has a number at Twilio. */
class BrokenDialplanTest {
  private static final String DIALPLAN = "/dialplans/incoming";

  private final TestHost host = new TestHost();

  @AfterEach
  void close() {
    host.close();
  }

  static List<String> cases() {
    return BrokenDialplan.CASES;
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachCaseOfTheFixtureIsCaughtWithTwiliosNumber(String name) {
    try (BrokenDialplan broken = new BrokenDialplan(10)) {
      SimulatedCall call =
          PhoneSystem.at(broken.base()).askedBy(faster(10)).extension("alice").dials(name).place();
      assertThatCall(call).failed();
      assertThat(call.entries(Logged.class).map(Entry::story))
          .singleElement(STRING)
          .startsWith(BrokenDialplan.expected(name) + ": ");
    }
  }

  @Test
  void whatTwilioLogsAboutTheFixtureSaysWhatIsWrong() {
    try (BrokenDialplan broken = new BrokenDialplan(10)) {
      PhoneSystem phones = PhoneSystem.at(broken.base()).askedBy(faster(10));
      assertThat(logged(phones, "bad-xml")).contains("line 4, column 3: ");
      assertThat(logged(phones, "redirect-loop"))
          .contains("50 documents without a second of the call, the last " + broken.base());
      assertThat(logged(phones, "late-answer")).endsWith("did not answer within 15.0 s");
      assertThat(logged(phones, "wrong-nesting")).contains("<Dial> is not allowed in <Gather>");
      assertThat(logged(phones, "server-error")).endsWith("/dialplans/outgoing answered 502");
    }
  }

  private static String logged(PhoneSystem phones, String dialled) {
    return phones
        .extension("alice")
        .dials(dialled)
        .place()
        .entries(Logged.class)
        .map(Entry::story)
        .findFirst()
        .orElseThrow();
  }

  private static CallSimulator faster(double times) {
    return new CallSimulator(
        WebhookClient.of(Optional.empty(), UnaryOperator.identity()).faster(times),
        Clock.systemUTC());
  }

  private SimulatedCall call() {
    return call(host.phones());
  }

  private static SimulatedCall call(PhoneSystem phones) {
    return phones.outside("+15035550199").dials("+15035550101").place();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Response><Say>unclosed</Response>",
        "<Response><Say>R&D</Say></Response>",
        " <?xml version='1.0'?><Response/>",
        "<Response/><Response/>",
        "Hello",
        ""
      })
  void badXmlIs12100(String twiml) {
    host.answers(DIALPLAN, 200, "text/xml", twiml);
    assertThatCall(call())
        .logs(TwilioError.DOCUMENT_PARSE_FAILURE)
        .hears(Sound.APPLICATION_ERROR)
        .failed();
  }

  @Test
  void anEntityFromElsewhereIs12100AndIsNeverFetched() {
    host.answers(
        DIALPLAN,
        200,
        "text/xml",
        "<!DOCTYPE r [<!ENTITY e SYSTEM '"
            + host.url("/secret")
            + "'>]><Response><Say>&e;</Say></Response>");
    assertThatCall(call()).failed();
    assertThat(host.requests("/secret")).isEmpty();
  }

  @Test
  void anotherRootIs12102() {
    host.answers(DIALPLAN, 200, "text/xml", "<html><body/></html>");
    assertThatCall(call()).logs(TwilioError.ROOT_IS_NO_RESPONSE).failed();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<Gather><Dial>+15035551212</Dial></Gather>",
        "<Dial><Hangup/></Dial>",
        "<Number>+15035551212</Number>",
        "<say>hello</say>",
        "<Hangup><Say>bye</Say></Hangup>"
      })
  void aWrongNestingIs12200(String verbs) {
    host.says(DIALPLAN, verbs + "<Say>Twilio goes on</Say>");
    assertThatCall(call()).logs(TwilioError.SCHEMA_WARNING).failed();
  }

  @Test
  void anUnknownAttributeIs12200AndOnlyAWarning() {
    host.says(DIALPLAN, "<Say volume='11'>Hello</Say>");
    SimulatedCall call = call();
    assertThatCall(call).logs(TwilioError.SCHEMA_WARNING).hearsSpeech("Hello").endsAs("completed");
    assertThat(call.failed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "<Dial timeout='two'>+15035551212</Dial>, DIAL_TIMEOUT",
    "<Dial timeout='4'>+15035551212</Dial>, DIAL_TIMEOUT",
    "<Dial timeLimit='0'>+15035551212</Dial>, DIAL_TIME_LIMIT",
    "<Dial answerOnBridge='yes'>+15035551212</Dial>, DIAL_ANSWER_ON_BRIDGE",
    "<Dial method='PUT'>+15035551212</Dial>, DIAL_METHOD",
    "<Dial>hello</Dial>, DIAL_NUMBER_FORMAT",
    "<Dial/>, DIAL_NUMBER_FORMAT",
    "<Dial><Conference>a</Conference><Number>+15035551212</Number></Dial>, CONFERENCE_MIXED",
    "<Gather numDigits='0'/>, GATHER_NUM_DIGITS",
    "<Gather finishOnKey='##'/>, GATHER_FINISH_ON_KEY",
    "<Pause length='-1'/>, PAUSE_LENGTH",
    "<Reject reason='rude'/>, REJECT_REASON",
    "<Record maxLength='x' action='/next'/>, RECORD_MAX_LENGTH",
    "<Redirect method='PUT'>/next</Redirect>, REDIRECT_METHOD",
    "<Say loop='-1'>a</Say>, SAY_LOOP",
    "<Say/>, SAY_TEXT",
    "<Play digits='abc'/>, PLAY_DIGITS"
  })
  void aBadValueHasItsOwnNumber(String verb, TwilioError error) {
    host.says(DIALPLAN, verb).says("/next", "<Hangup/>");
    assertThatCall(call()).logs(error);
    assertThat(error.number()).isPresent();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 500, 503})
  void aStatusOf4xxOr5xxIs11200(int status) {
    host.answers(DIALPLAN, status, "text/xml", "<Response/>");
    assertThatCall(call())
        .logs(TwilioError.HTTP_RETRIEVAL_FAILURE)
        .hears(Sound.APPLICATION_ERROR)
        .costs(1)
        .failed();
  }

  @Test
  void aSlowAnswerThatComesInTimeIsTaken() {
    host.saysAfter(200, DIALPLAN, "<Say>Just in time</Say>");
    assertThatCall(call(host.phones().askedBy(faster(2)))).hearsSpeech("Just in time").isFlawless();
  }

  @Test
  void nobodyListeningIs11205() throws IOException {
    int closed;
    try (ServerSocket socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    SimulatedCall call = call(PhoneSystem.at("http://127.0.0.1:" + closed));
    assertThatCall(call).logs(TwilioError.HTTP_CONNECTION_FAILURE).costs(2).failed();
  }

  @Test
  void aMenuThatIsHeardAgainAndAgainIsNoLoop() {
    host.says(
        DIALPLAN,
        "<Gather timeout='5'><Say>Press a key</Say></Gather><Redirect>/dialplans/incoming</Redirect>");
    SimulatedCall call =
        host.phones().outside("+15035550199").dials("+15035550101").hangingUpAfter(600).place();
    assertThatCall(call).isFlawless();
    assertThat(call.invocations()).isGreaterThan(50);
  }

  @Test
  void aMessageWithoutAnActionIsRecordedAgainAndAgain() {
    host.says(DIALPLAN, "<Record/>");
    assertThatCall(call()).logs(TwilioError.DOCUMENT_LIMIT).costs(500).failed();
  }

  @Test
  void aLoopOfHttpRedirectionsIs11215() {
    host.redirects(DIALPLAN, 307, "/dialplans/incoming");
    assertThatCall(call()).logs(TwilioError.HTTP_TOO_MANY_REDIRECTS).costs(11).failed();
  }

  @Test
  void anAnswerOfMoreThan64KilobytesIs11750() {
    host.says(DIALPLAN, "<Say>" + "a".repeat(65_536) + "</Say>");
    assertThatCall(call()).logs(TwilioError.BODY_TOO_LARGE).failed();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/json", "image/png", ""})
  void anotherContentTypeIs12300(String contentType) {
    host.answers(DIALPLAN, 200, contentType, "<Response/>");
    assertThatCall(call()).logs(TwilioError.INVALID_CONTENT_TYPE).failed();
  }

  @Test
  void plainTextIsReadOutAndAudioIsPlayed() {
    host.answers(DIALPLAN, 200, "text/plain", "Hello there")
        .answers(DIALPLAN, 200, "audio/mpeg", "music");
    assertThatCall(call()).hearsSpeech("Hello there").isFlawless();
    assertThatCall(call()).hears(Sound.AUDIO).isFlawless();
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://", "ftp://a.example/x", "http://a b/", ""})
  void aUrlThatIsNoneIs11100(String url) {
    host.says(DIALPLAN, "<Redirect>" + url + "</Redirect>");
    assertThatCall(call()).logs(TwilioError.INVALID_URL).failed();
  }

  @Test
  void theFallbackUrlSavesTheCall() {
    host.answers(DIALPLAN, 502, "text/plain", "").says("/before", "<Say>The one before</Say>");
    SimulatedCall call =
        host.phones()
            .outside("+15035550199")
            .dials("+15035550101")
            .withFallback(host.url("/before"))
            .place();
    assertThatCall(call)
        .logs(TwilioError.HTTP_RETRIEVAL_FAILURE)
        .hearsSpeech("The one before")
        .costs(2);
    assertThat(call.failed()).isFalse();
    TestHost.Request fallback = host.requests("/before").get(0);
    assertThat(fallback.parameter("ErrorCode")).isEqualTo("11200");
    assertThat(URI.create(fallback.parameter("ErrorUrl"))).isEqualTo(host.url(DIALPLAN));
  }

  @Test
  void aFallbackThatFailsTooFailsTheCall() {
    host.answers(DIALPLAN, 502, "text/plain", "").answers("/before", 200, "text/xml", "<Response>");
    assertThatCall(
            host.phones()
                .outside("+15035550199")
                .dials("+15035550101")
                .withFallback(host.url("/before"))
                .place())
        .logs(TwilioError.DOCUMENT_PARSE_FAILURE)
        .hears(Sound.APPLICATION_ERROR)
        .failed();
  }
}
