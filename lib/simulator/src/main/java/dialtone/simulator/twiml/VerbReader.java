package dialtone.simulator.twiml;

import dialtone.simulator.twiml.Noun.Event;
import dialtone.simulator.twiml.Noun.Progress;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Makes verbs of elements that the schema holds good, with Twilio's defaults for what is left out.
 */
final class VerbReader {
  private static final int DIAL_TIMEOUT = 30;
  private static final int DIAL_TIME_LIMIT = 14_400;
  private static final int GATHER_TIMEOUT = 5;
  private static final int RECORD_TIMEOUT = 5;
  private static final int RECORD_MAX_LENGTH = 3_600;

  private VerbReader() {}

  static Verb verb(Element element) {
    String tag = element.tag();
    return switch (element.name()) {
      case "Say" -> new Verb.Say(tag, spoken(element), number(element, "loop", 1));
      case "Play" ->
          new Verb.Play(
              tag, element.text(), element.attribute("digits"), number(element, "loop", 1));
      case "Pause" -> new Verb.Pause(tag, number(element, "length", 1));
      case "Gather" -> gather(element);
      case "Dial" -> dial(element);
      case "Redirect" ->
          new Verb.Redirect(tag, new Callback(element.text(), method(element, "method")));
      case "Reject" -> new Verb.Reject(tag, is(element, "reason", "busy"));
      case "Hangup" -> new Verb.Hangup(tag);
      case "Record" -> record(element);
      case "Enqueue" ->
          new Verb.Enqueue(
              tag,
              element.text(),
              callback(element, "action", "method"),
              callback(element, "waitUrl", "waitUrlMethod"));
      case "Leave" -> new Verb.Leave(tag);
      default -> new Verb.NotSimulated(tag, element.name());
    };
  }

  private static Verb gather(Element element) {
    if (is(element, "input", "speech")) {
      return new Verb.NotSimulated(element.tag(), "Gather input=\"speech\"");
    }
    return new Verb.Gather(
        element.tag(),
        callback(element, "action", "method"),
        element.attribute("finishOnKey").orElse("#"),
        element.attribute("numDigits").map(Integer::valueOf),
        number(element, "timeout", GATHER_TIMEOUT),
        is(element, "actionOnEmptyResult", "true"),
        element.attribute("input").filter(input -> input.contains("speech")).isPresent(),
        element.children().stream().map(VerbReader::verb).toList());
  }

  private static Verb dial(Element element) {
    List<Noun> nouns =
        element.children().isEmpty() && !element.text().isEmpty()
            ? List.of(new Noun.PhoneNumber(element.text(), Progress.NONE))
            : element.children().stream().map(VerbReader::noun).toList();
    return new Verb.Dial(
        element.tag(),
        callback(element, "action", "method"),
        element.attribute("callerId"),
        number(element, "timeout", DIAL_TIMEOUT),
        number(element, "timeLimit", DIAL_TIME_LIMIT),
        is(element, "answerOnBridge", "true"),
        is(element, "hangupOnStar", "true"),
        is(element, "sequential", "true"),
        element
            .attribute("record")
            .filter(record -> !record.equals("do-not-record") && !record.equals("false"))
            .isPresent(),
        nouns);
  }

  private static Noun noun(Element element) {
    String address = element.text();
    return switch (element.name()) {
      case "Number" -> new Noun.PhoneNumber(address, progress(element));
      case "Sip" -> new Noun.Sip(nested(element, "Uri"), progress(element));
      case "Client" -> new Noun.Client(nested(element, "Identity"), progress(element));
      case "Queue" -> new Noun.Queue(address, progress(element));
      case "Conference" -> new Noun.Conference(address);
      default -> new Noun.NotSimulated(address, element.name());
    };
  }

  /** Whom a noun calls is its text, or a nested element where it takes parameters too. */
  private static String nested(Element element, String name) {
    return element.children().stream()
        .filter(child -> child.name().equals(name))
        .map(Element::text)
        .findFirst()
        .orElse(element.text());
  }

  private static Progress progress(Element element) {
    Set<Event> events = EnumSet.noneOf(Event.class);
    for (String event :
        element.attribute("statusCallbackEvent").orElse("completed").split("[ ,]+", -1)) {
      if (!event.isEmpty()) {
        events.add(Event.valueOf(event.toUpperCase(Locale.ROOT)));
      }
    }
    return new Progress(
        callback(element, "statusCallback", "statusCallbackMethod"),
        events,
        element.attribute("url").isPresent());
  }

  private static Verb record(Element element) {
    return new Verb.RecordVoice(
        element.tag(),
        callback(element, "action", "method"),
        number(element, "timeout", RECORD_TIMEOUT),
        number(element, "maxLength", RECORD_MAX_LENGTH),
        element.attribute("finishOnKey").orElse("1234567890*#"),
        !is(element, "playBeep", "false"));
  }

  /** Text to be spoken: the marks of SSML fall away, their words stay. */
  private static String spoken(Element element) {
    StringBuilder words = new StringBuilder(element.text());
    element.children().forEach(child -> words.append(' ').append(spoken(child)));
    return words.toString().replaceAll("\\s+", " ").strip();
  }

  private static Optional<Callback> callback(Element element, String url, String method) {
    return element.attribute(url).map(each -> new Callback(each, method(element, method)));
  }

  private static Method method(Element element, String attribute) {
    return element.attribute(attribute).map(Method::valueOf).orElse(Method.POST);
  }

  private static int number(Element element, String attribute, int otherwise) {
    return element.attribute(attribute).map(Integer::parseInt).orElse(otherwise);
  }

  private static boolean is(Element element, String attribute, String value) {
    return element.attribute(attribute).filter(value::equals).isPresent();
  }
}
