package dialtone.simulator;

import static dialtone.simulator.kit.CallAssert.assertThatCall;
import static org.assertj.core.api.Assertions.assertThat;

import dialtone.simulator.kit.PlannedCall;
import dialtone.simulator.timeline.Entry;
import dialtone.simulator.timeline.Heard;
import dialtone.simulator.timeline.LeftOut;
import dialtone.simulator.timeline.NotSimulated;
import dialtone.simulator.timeline.Sound;
import dialtone.simulator.twiml.TwilioError;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VerbsTest {
  private static final String MENU = "/dialplans/incoming";

  private final TestHost host = new TestHost();

  @AfterEach
  void close() {
    host.close();
  }

  private PlannedCall call() {
    return host.phones().outside("+15035550199").dials("+15035550101");
  }

  @Test
  void whatIsSaidIsHeardInOrder() {
    host.says(MENU, "<Say>One</Say><Pause length='3'/><Say loop='2'>Two</Say><Play digits='1w2'/>");
    SimulatedCall call = call().place();
    assertThat(call.entries(Heard.class).map(heard -> heard.sound().words() + " " + heard.what()))
        .containsExactly("speech One", "silence ", "speech Two", "key tones 1w2");
    assertThatCall(call).endsAs("completed").endsBecause("the document has no more verbs");
  }

  @Test
  void anHourOfPauseTakesNoTime() {
    host.says(MENU, "<Pause length='3600'/><Say>Awake</Say>");
    assertThat(call().place().duration().toMinutes()).isEqualTo(60);
  }

  @Test
  void aPauseAloneDoesNotPickUp() {
    host.says(MENU, "<Pause length='6'/><Reject/>");
    assertThatCall(call().place()).hears(Sound.NOT_IN_SERVICE).endsAs("no-answer").isFlawless();
  }

  @Test
  void keysAreGatheredUntilTheFinishingOne() {
    host.says(MENU, "<Gather action='/pressed'><Say>Which extension?</Say></Gather>")
        .says("/pressed", "<Hangup/>");
    call().pressing("1w01#").place();
    TestHost.Request pressed = host.requests("/pressed").get(0);
    assertThat(pressed.parameter("Digits")).isEqualTo("101");
    assertThat(pressed.parameter("FinishedOnKey")).isEqualTo("#");
  }

  @Test
  void keysAreGatheredUntilThereAreEnough() {
    host.says(MENU, "<Gather numDigits='2' action='/pressed'/>").says("/pressed", "<Hangup/>");
    call().pressing("123").place();
    assertThat(host.requests("/pressed").get(0).parameter("Digits")).isEqualTo("12");
  }

  @Test
  void keysAreGatheredUntilNoneComesInTime() {
    host.says(MENU, "<Gather timeout='3' action='/pressed'/>").says("/pressed", "<Hangup/>");
    call().pressing("1WWWWW2").place();
    assertThat(host.requests("/pressed").get(0).parameter("Digits")).isEqualTo("1");
  }

  @Test
  void theFinishingKeyEndsNothingBeforeAnotherIsPressed() {
    host.says(MENU, "<Gather timeout='3' action='/pressed'/><Say>Nothing</Say>");
    host.says("/pressed", "<Hangup/>");
    assertThatCall(call().pressing("#").place()).hearsSpeech("Nothing");
    call().pressing("#1#").place();
    assertThat(host.requests("/pressed").get(0).parameter("Digits")).isEqualTo("1");
  }

  @Test
  void withoutAFinishingKeyEveryKeyIsADigit() {
    host.says(MENU, "<Gather finishOnKey='' timeout='3' action='/pressed'/>")
        .says("/pressed", "<Hangup/>");
    call().pressing("1#*").place();
    assertThat(host.requests("/pressed").get(0).parameter("Digits")).isEqualTo("1#*");
    assertThat(host.requests("/pressed").get(0).parameters()).doesNotContainKey("FinishedOnKey");
  }

  @Test
  void whereSpeechIsTakenTooItsKeysAreSimulatedAndTheSpeechFailsTheCall() {
    host.says(MENU, "<Gather input='dtmf speech' numDigits='1' action='/pressed'/>")
        .says("/pressed", "<Hangup/>");
    SimulatedCall call = call().pressing("7").place();
    assertThat(host.requests("/pressed").get(0).parameter("Digits")).isEqualTo("7");
    assertThat(call.entries(NotSimulated.class).map(NotSimulated::story))
        .containsExactly("the simulator does not do speech in <Gather>");
  }

  @Test
  void theFirstKeyInterruptsThePrompt() {
    host.says(
            MENU,
            "<Gather numDigits='1' action='/pressed'><Say>One two three four five</Say><Say>Six</Say></Gather>")
        .says("/pressed", "<Hangup/>");
    SimulatedCall call = call().pressing("1").place();
    assertThat(call.entries(Heard.class)).hasSize(1);
    assertThat(call.duration().toMillis()).isEqualTo(500);
  }

  @Test
  void withoutAKeyTheDocumentGoesOn() {
    host.says(MENU, "<Gather timeout='4' action='/pressed'/><Say>Nothing</Say>");
    SimulatedCall call = call().place();
    assertThatCall(call).hearsSpeech("Nothing").costs(1);
    assertThat(call.entries(Heard.class).findFirst().orElseThrow().at().toSeconds()).isEqualTo(4);
  }

  @Test
  void withoutAKeyTheActionIsAskedIfItWantsToBe() {
    host.says(MENU, "<Gather action='/pressed' actionOnEmptyResult='true'/>")
        .says("/pressed", "<Hangup/>");
    call().place();
    assertThat(host.requests("/pressed").get(0).parameter("Digits")).isEmpty();
  }

  @Test
  void withoutAnActionTheDocumentItselfIsAskedAgain() {
    host.says(MENU, "<Gather numDigits='1'/>").says(MENU, "<Hangup/>");
    call().pressing("7").place();
    assertThat(host.requests(MENU).get(1).parameter("Digits")).isEqualTo("7");
  }

  @Test
  void aKeyThatNobodyListensForIsKeptForTheNextGather() {
    host.says(MENU, "<Say>Hello</Say><Gather numDigits='1' action='/a'/>")
        .says("/a", "<Gather numDigits='1' action='/b'/>")
        .says("/b", "<Hangup/>");
    call().pressing("12").place();
    assertThat(host.requests("/b").get(0).parameter("Digits")).isEqualTo("2");
  }

  @Test
  void aRedirectLeadsElsewhereByItsMethod() {
    host.says(MENU, "<Redirect method='GET'>next?a=b</Redirect><Say>never</Say>")
        .says("/dialplans/next", "<Say>Elsewhere</Say>");
    assertThatCall(call().place()).hearsSpeech("Elsewhere").costs(2);
    TestHost.Request next = host.requests("/dialplans/next").get(0);
    assertThat(next.method()).isEqualTo("GET");
    assertThat(next.parameter("a")).isEqualTo("b");
    assertThat(next.parameter("To")).isEqualTo("+15035550101");
  }

  @Test
  void aRejectedCallIsBusyOrNotInService() {
    host.says(MENU, "<Reject reason='busy'/>").says(MENU, "<Reject/>");
    assertThatCall(call().place()).hears(Sound.BUSY_SIGNAL).endsAs("busy");
    assertThatCall(call().place()).hears(Sound.NOT_IN_SERVICE).endsAs("no-answer");
  }

  @Test
  void aRejectAfterTheAnswerIsOnlyAHangUpAndAWarning() {
    host.says(MENU, "<Say>Hello</Say><Reject reason='busy'/>");
    assertThatCall(call().place()).logs(TwilioError.REJECT_AFTER_ANSWER).endsAs("completed");
  }

  @Test
  void aMessageIsRecordedUntilTheCallerIsSilent() {
    host.says(MENU, "<Record timeout='2' action='/recorded'/>").says("/recorded", "<Hangup/>");
    SimulatedCall call = call().speaking(7).place();
    TestHost.Request recorded = host.requests("/recorded").get(0);
    assertThat(recorded.parameter("RecordingDuration")).isEqualTo("7");
    assertThat(recorded.parameter("RecordingUrl")).contains("/Recordings/RE");
    assertThatCall(call).hears(Sound.BEEP);
    assertThat(call.duration().toSeconds()).isEqualTo(9);
  }

  @Test
  void aMessageEndsAtAKeyAtItsLengthAndAtAHangUp() {
    host.says(MENU, "<Record maxLength='4' action='/recorded'/>").says("/recorded", "<Hangup/>");
    call().speaking(60).pressing("w#").place();
    call().speaking(60).place();
    call().speaking(60).hangingUpAfter(3).place();
    assertThat(host.requests("/recorded").stream().map(each -> each.parameter("Digits")))
        .containsExactly("#", "", "hangup");
    assertThat(host.requests("/recorded").stream().map(each -> each.parameter("RecordingDuration")))
        .containsExactly("1", "4", "3");
  }

  @Test
  void aSilentCallerLeavesNoMessage() {
    host.says(MENU, "<Record action='/recorded'/><Say>Nothing heard</Say>");
    assertThatCall(call().speaking(0).place()).hearsSpeech("Nothing heard").costs(1);
  }

  @Test
  void aQueuedCallerIsTakenBySomebody() {
    host.says(MENU, "<Enqueue action='/left'>support</Enqueue>").says("/left", "<Hangup/>");
    SimulatedCall call = call().where("support", "answers after 90 s and talks 30 s").place();
    assertThatCall(call).hears(Sound.HOLD_MUSIC).connects("queue support").endsAs("completed");
    assertThat(host.requests("/left").get(0).parameter("QueueResult")).isEqualTo("bridged");
    assertThat(host.requests("/left").get(0).parameter("QueueTime")).isEqualTo("90");
  }

  @Test
  void aQueuedCallerLeavesWhereTheMusicSaysSo() {
    host.says(MENU, "<Enqueue waitUrl='/music'>support</Enqueue><Say>We are closed</Say>")
        .says("/music", "<Play>https://music.example/a.mp3</Play>")
        .says("/music", "<Leave/>");
    assertThatCall(call().where("support", "no-answer").place())
        .hearsSpeech("We are closed")
        .costs(3);
  }

  @Test
  void aQueuedCallerWhoGivesUpIsToldToTheAction() {
    host.says(MENU, "<Enqueue action='/left'>support</Enqueue>").says("/left", "<Hangup/>");
    call().where("support", "no-answer").hangingUpAfter(40).place();
    assertThat(host.requests("/left").get(0).parameter("QueueResult")).isEqualTo("hangup");
  }

  @Test
  void aVerbThatTheSimulatorDoesNotDoFailsTheCall() {
    host.says(MENU, "<Pay/>");
    SimulatedCall call = call().place();
    assertThatCall(call).failed();
    assertThat(call.entries(NotSimulated.class).map(Entry::story))
        .containsExactly("the simulator does not do <Pay>");
  }

  @Test
  void speechAndWhispersAreNotSimulatedAndFailTheCall() {
    host.says(
        MENU,
        "<Gather input='speech'/><Dial><Client url='/whisper'>desk</Client></Dial>"
            + "<Dial><Queue url='/whisper'>support</Queue></Dial>");
    SimulatedCall call = call().place();
    assertThatCall(call).failed();
    assertThat(call.entries(NotSimulated.class).map(NotSimulated::what))
        .containsExactly(
            "<Gather input=\"speech\">",
            "the url of a noun, which desk would hear before they talk",
            "the url of a noun, which support would hear before they talk");
  }

  @Test
  void whatIsAskedForBesideTheCallIsLeftOutAndSaysSo() {
    host.says(
        MENU,
        "<Dial recordingStatusCallback='/recorded' record='true'>"
            + "<Conference statusCallback='/joined'>all</Conference></Dial>");
    SimulatedCall call = call().place();
    assertThatCall(call).connects("all").isFlawless();
    assertThat(call.entries(LeftOut.class).map(LeftOut::story))
        .containsExactly(
            "the simulator leaves out the recordingStatusCallback of <Dial>",
            "the simulator leaves out the statusCallback of <Conference>");
  }

  @Test
  void aPlayedFileMustBeAudio() {
    host.says(MENU, "<Play>/a.mp3</Play><Play>/b.txt</Play>")
        .answers("/a.mp3", 200, "audio/mpeg", "music")
        .answers("/b.txt", 200, "text/plain", "no music");
    assertThatCall(call().place()).logs(TwilioError.PLAY_CONTENT_TYPE).costs(1).failed();
  }

  @Test
  void aCallOfALoopThatNeverEndsIsOverAfterFourHours() {
    host.says(MENU, "<Say loop='0'>Wait</Say>");
    SimulatedCall call = call().place();
    assertThat(call.duration().toHours()).isEqualTo(4);
    assertThatCall(call).endsBecause("no call lasts longer than 4 hours");
  }
}
