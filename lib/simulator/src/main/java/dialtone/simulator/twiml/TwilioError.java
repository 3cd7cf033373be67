package dialtone.simulator.twiml;

import java.util.OptionalInt;

/** What Twilio would refuse or warn about, with the number and text of its error dictionary. */
public enum TwilioError {
  INVALID_URL(11100, Level.ERROR, "Invalid URL format"),
  HTTP_RETRIEVAL_FAILURE(11200, Level.ERROR, "HTTP retrieval failure"),
  HTTP_CONNECTION_FAILURE(11205, Level.ERROR, "HTTP connection failure"),
  HTTP_TOO_MANY_REDIRECTS(11215, Level.ERROR, "HTTP too many redirects"),
  HTTP_INVALID_REDIRECT(11216, Level.ERROR, "HTTP invalid redirect"),
  INVALID_RETRY_POLICY(11243, Level.ERROR, "HTTP retry policy is invalid"),
  BODY_TOO_LARGE(11750, Level.ERROR, "TwiML response body too large"),
  DOCUMENT_PARSE_FAILURE(12100, Level.ERROR, "Document parse failure"),
  ROOT_IS_NO_RESPONSE(12102, Level.ERROR, "The root element must be Response"),
  SCHEMA_WARNING(12200, Level.WARNING, "Schema validation warning"),
  INVALID_CONTENT_TYPE(12300, Level.ERROR, "Invalid Content-Type"),
  CONFERENCE_MIXED(13000, Level.WARNING, "Conference Noun cannot be mixed with Number nouns"),
  DIAL_METHOD(13210, Level.WARNING, "Dial: Invalid method value"),
  DIAL_TIMEOUT(13212, Level.WARNING, "Dial: Invalid timeout value"),
  DIAL_HANGUP_ON_STAR(13213, Level.WARNING, "Dial: Invalid hangupOnStar value"),
  DIAL_CALLER_ID(13214, Level.WARNING, "Dial: Invalid callerId value"),
  DIAL_TIME_LIMIT(13216, Level.WARNING, "Invalid timeLimit value"),
  DIAL_RECORD(13217, Level.WARNING, "Dial: Invalid record value"),
  DIAL_SEQUENTIAL(13218, Level.WARNING, "Dial: Invalid sequential value"),
  DIAL_ANSWER_ON_BRIDGE(13219, Level.WARNING, "Dial: Invalid answerOnBridge value"),
  DIAL_NUMBER_METHOD(13221, Level.WARNING, "Dial->Number: Invalid method value"),
  DIAL_NUMBER_FORMAT(13223, Level.WARNING, "Dial: Invalid phone number format"),
  DIAL_SIP_METHOD(13241, Level.WARNING, "Dial->SIP: Invalid method value"),
  DIAL_SIP_URI(13243, Level.WARNING, "Dial->SIP: Invalid SIP URI"),
  DIAL_TOO_MANY(13250, Level.WARNING, "Dial: Too many URIs passed"),
  DIAL_HEADER_NAME(13252, Level.WARNING, "Dial: Invalid header name"),
  GATHER_FINISH_ON_KEY(13310, Level.WARNING, "Gather: Invalid finishOnKey value"),
  GATHER_METHOD(13312, Level.WARNING, "Gather: Invalid method value"),
  GATHER_TIMEOUT(13313, Level.WARNING, "Gather: Invalid timeout value"),
  GATHER_NUM_DIGITS(13314, Level.WARNING, "Gather: Invalid numDigits value"),
  GATHER_INPUT(13326, Level.WARNING, "Gather: Invalid input value"),
  GATHER_EMPTY_RESULT(13338, Level.ERROR, "Gather: Invalid actionOnEmptyResult value"),
  PLAY_LOOP(13410, Level.WARNING, "Play: Invalid loop value"),
  PLAY_CONTENT_TYPE(13420, Level.ERROR, "Play: Invalid Content-Type"),
  PLAY_DIGITS(13430, Level.WARNING, "Play: Invalid DTMF String"),
  SAY_LOOP(13510, Level.WARNING, "Say: Invalid loop value"),
  SAY_TEXT(13520, Level.WARNING, "Say: Invalid text"),
  RECORD_METHOD(13610, Level.WARNING, "Record: Invalid method value"),
  RECORD_TIMEOUT(13611, Level.WARNING, "Record: Invalid timeout value"),
  RECORD_MAX_LENGTH(13612, Level.WARNING, "Record: Invalid maxLength value"),
  RECORD_FINISH_ON_KEY(13613, Level.WARNING, "Record: Invalid finishOnKey value"),
  RECORD_PLAY_BEEP(13616, Level.WARNING, "Record: playBeep must be true or false"),
  REDIRECT_METHOD(13710, Level.WARNING, "Redirect: Invalid method value"),
  REJECT_REASON(13810, Level.WARNING, "Reject: Invalid cause"),
  PAUSE_LENGTH(13910, Level.WARNING, "Pause: Invalid length value"),
  DOCUMENT_LIMIT(14106, Level.WARNING, "Document retrieval limit reached"),
  CALLBACK_WARNING(15003, Level.WARNING, "Call Progress: Warning Response to Callback URL"),
  FROM_NOT_OURS(21210, Level.ERROR, "'From' phone number not verified"),
  /** Twilio documents what happens, but gives it no number. */
  REJECT_AFTER_ANSWER(0, Level.WARNING, "Reject of a call that is answered only hangs up");

  /** How Twilio logs it. */
  public enum Level {
    ERROR,
    WARNING
  }

  private final int number;
  private final Level level;
  private final String text;

  TwilioError(int number, Level level, String text) {
    this.number = number;
    this.level = level;
    this.text = text;
  }

  /** The number in Twilio's error dictionary; empty where Twilio has none. */
  public OptionalInt number() {
    return number == 0 ? OptionalInt.empty() : OptionalInt.of(number);
  }

  /** Whether Twilio logs an error or a warning. */
  public Level level() {
    return level;
  }

  /** Twilio's words. */
  public String text() {
    return text;
  }
}
