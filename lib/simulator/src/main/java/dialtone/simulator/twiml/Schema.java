package dialtone.simulator.twiml;

import static dialtone.simulator.twiml.AttributeRule.any;
import static dialtone.simulator.twiml.AttributeRule.bool;
import static dialtone.simulator.twiml.AttributeRule.matching;
import static dialtone.simulator.twiml.AttributeRule.method;
import static dialtone.simulator.twiml.AttributeRule.number;
import static dialtone.simulator.twiml.AttributeRule.oneOf;
import static dialtone.simulator.twiml.TwilioError.SCHEMA_WARNING;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The elements of TwiML for voice (Twilio, "TwiML for Programmable Voice", a page a verb). */
final class Schema {
  private static final int ANY = Integer.MAX_VALUE;
  private static final String KEYS = "[0-9*#]*";
  private static final String DTMF = "[0-9A-DWw#*]*";

  /** What TwiML has and this simulator does not do. */
  private static final List<String> OTHER_VERBS =
      List.of("Connect", "Start", "Stop", "Pay", "Prompt", "Refer", "Sms", "Message", "Echo");

  /** What is asked for beside the call and does not happen here. */
  private static final Map<String, Set<String>> LEFT_OUT =
      Map.of(
          "Dial", Set.of("recordingStatusCallback", "referUrl"),
          "Gather", Set.of("partialResultCallback"),
          "Record", Set.of("recordingStatusCallback", "transcribe", "transcribeCallback"),
          "Number", Set.of("amdStatusCallback"),
          "Sip", Set.of("amdStatusCallback"),
          "Conference",
              Set.of("waitUrl", "statusCallback", "recordingStatusCallback", "eventCallbackUrl"));

  private static final Map<String, ElementRule> ELEMENTS =
      Map.ofEntries(
          Map.entry(
              "Response",
              ElementRule.of(
                  List.of(),
                  Stream.concat(
                          Stream.of(
                              "Say",
                              "Play",
                              "Pause",
                              "Gather",
                              "Dial",
                              "Redirect",
                              "Reject",
                              "Hangup",
                              "Record",
                              "Enqueue",
                              "Leave"),
                          OTHER_VERBS.stream())
                      .toArray(String[]::new))),
          Map.entry(
              "Say",
              ElementRule.of(
                  List.of(
                      any("voice"), any("language"), number("loop", TwilioError.SAY_LOOP, 0, ANY)),
                  "break",
                  "emphasis",
                  "lang",
                  "p",
                  "phoneme",
                  "prosody",
                  "s",
                  "say-as",
                  "sub",
                  "w")),
          Map.entry(
              "Play",
              ElementRule.of(
                  List.of(
                      number("loop", TwilioError.PLAY_LOOP, 0, ANY),
                      matching("digits", TwilioError.PLAY_DIGITS, "keys and w", DTMF)))),
          Map.entry(
              "Pause", ElementRule.of(List.of(number("length", TwilioError.PAUSE_LENGTH, 1, ANY)))),
          Map.entry("Gather", ElementRule.of(gather(), "Say", "Play", "Pause")),
          Map.entry(
              "Dial",
              ElementRule.of(
                  dial(),
                  "Number",
                  "Sip",
                  "Client",
                  "Queue",
                  "Conference",
                  "Sim",
                  "WhatsApp",
                  "Application")),
          Map.entry("Number", ElementRule.of(noun(TwilioError.DIAL_NUMBER_METHOD))),
          Map.entry("Sip", ElementRule.of(noun(TwilioError.DIAL_SIP_METHOD), "Uri", "Headers")),
          Map.entry("Client", ElementRule.of(noun(SCHEMA_WARNING), "Identity", "Parameter")),
          Map.entry(
              "Queue",
              ElementRule.of(
                  List.of(
                      any("url"),
                      method("method", SCHEMA_WARNING),
                      any("reservationSid"),
                      any("postWorkActivitySid")))),
          Map.entry("Conference", ElementRule.of(conference())),
          Map.entry(
              "Redirect", ElementRule.of(List.of(method("method", TwilioError.REDIRECT_METHOD)))),
          Map.entry(
              "Reject",
              ElementRule.of(
                  List.of(oneOf("reason", TwilioError.REJECT_REASON, "rejected", "busy")),
                  "Parameter")),
          Map.entry("Hangup", ElementRule.of(List.of(), "Parameter")),
          Map.entry("Record", ElementRule.of(record())),
          Map.entry(
              "Enqueue",
              ElementRule.of(
                  List.of(
                      any("action"),
                      method("method", SCHEMA_WARNING),
                      any("waitUrl"),
                      method("waitUrlMethod", SCHEMA_WARNING),
                      any("workflowSid"),
                      any("maxQueueSize")),
                  "Task")),
          Map.entry("Leave", ElementRule.of(List.of())));

  private Schema() {}

  /** The rule of an element; empty if the schema holds none, and then its content is free. */
  static Optional<ElementRule> rule(String element) {
    return Optional.ofNullable(ELEMENTS.get(element));
  }

  /** Whether an attribute asks for something beside the call that is not simulated. */
  static boolean isLeftOut(String element, String attribute) {
    return LEFT_OUT.getOrDefault(element, Set.of()).contains(attribute);
  }

  private static List<AttributeRule> gather() {
    return List.of(
        any("action"),
        method("method", TwilioError.GATHER_METHOD),
        matching("finishOnKey", TwilioError.GATHER_FINISH_ON_KEY, "one key or none", "[0-9*#]?"),
        number("timeout", TwilioError.GATHER_TIMEOUT, 1, ANY),
        number("numDigits", TwilioError.GATHER_NUM_DIGITS, 1, ANY),
        bool("actionOnEmptyResult", TwilioError.GATHER_EMPTY_RESULT),
        oneOf("input", TwilioError.GATHER_INPUT, "dtmf", "speech", "dtmf speech", "speech dtmf"),
        any("language"),
        any("hints"),
        any("speechTimeout"),
        any("maxSpeechTime"),
        any("speechModel"),
        any("enhanced"),
        any("bargeIn"),
        any("profanityFilter"),
        any("partialResultCallback"),
        any("partialResultCallbackMethod"),
        any("dtmfDetection"),
        any("debug"));
  }

  private static List<AttributeRule> dial() {
    return List.of(
        any("action"),
        method("method", TwilioError.DIAL_METHOD),
        number("timeout", TwilioError.DIAL_TIMEOUT, 5, 600),
        number("timeLimit", TwilioError.DIAL_TIME_LIMIT, 1, 86_400),
        bool("hangupOnStar", TwilioError.DIAL_HANGUP_ON_STAR),
        bool("answerOnBridge", TwilioError.DIAL_ANSWER_ON_BRIDGE),
        bool("sequential", TwilioError.DIAL_SEQUENTIAL),
        oneOf(
            "record",
            TwilioError.DIAL_RECORD,
            "do-not-record",
            "record-from-answer",
            "record-from-ringing",
            "record-from-answer-dual",
            "record-from-ringing-dual",
            "true",
            "false"),
        any("callerId"),
        any("callReason"),
        any("passports"),
        any("ringTone"),
        any("trim"),
        any("recordingStatusCallback"),
        any("recordingStatusCallbackMethod"),
        any("recordingStatusCallbackEvent"),
        any("recordingConfigurationId"),
        any("recordingTrack"),
        any("referUrl"),
        any("referMethod"),
        any("events"));
  }

  private static List<AttributeRule> noun(TwilioError method) {
    return List.of(
        any("url"),
        method("method", method),
        any("statusCallback"),
        method("statusCallbackMethod", SCHEMA_WARNING),
        matching(
            "statusCallbackEvent",
            SCHEMA_WARNING,
            "initiated, ringing, answered or completed",
            "(?:(?:initiated|ringing|answered|completed)[ ,]*)+"),
        any("sendDigits"),
        any("byoc"),
        any("username"),
        any("password"),
        any("machineDetection"),
        any("machineDetectionTimeout"),
        any("machineDetectionSpeechThreshold"),
        any("machineDetectionSpeechEndThreshold"),
        any("machineDetectionSilenceTimeout"),
        any("amdStatusCallback"),
        any("amdStatusCallbackMethod"));
  }

  private static List<AttributeRule> conference() {
    return Stream.of(
            "muted",
            "beep",
            "startConferenceOnEnter",
            "endConferenceOnExit",
            "participantLabel",
            "jitterBufferSize",
            "waitUrl",
            "waitMethod",
            "maxParticipants",
            "record",
            "region",
            "trim",
            "coach",
            "statusCallback",
            "statusCallbackMethod",
            "statusCallbackEvent",
            "recordingStatusCallback",
            "recordingStatusCallbackMethod",
            "recordingStatusCallbackEvent",
            "recordingConfigurationId",
            "eventCallbackUrl")
        .map(AttributeRule::any)
        .toList();
  }

  private static List<AttributeRule> record() {
    return List.of(
        any("action"),
        method("method", TwilioError.RECORD_METHOD),
        number("timeout", TwilioError.RECORD_TIMEOUT, 0, ANY),
        number("maxLength", TwilioError.RECORD_MAX_LENGTH, 1, ANY),
        matching("finishOnKey", TwilioError.RECORD_FINISH_ON_KEY, "keys", KEYS),
        bool("playBeep", TwilioError.RECORD_PLAY_BEEP),
        any("trim"),
        any("recordingTrack"),
        any("recordingStatusCallback"),
        any("recordingStatusCallbackMethod"),
        any("recordingStatusCallbackEvent"),
        any("recordingConfigurationId"),
        any("transcribe"),
        any("transcribeCallback"));
  }
}
