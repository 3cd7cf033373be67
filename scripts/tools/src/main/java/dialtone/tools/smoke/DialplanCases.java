package dialtone.tools.smoke;

import static dialtone.testkit.TwilioRequest.fromPstn;
import static dialtone.testkit.TwilioRequest.fromSip;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Every row of the dialplans, as a request over HTTP and its answer.
 *
 * <p>No request makes a call: it tells a function that one was made.
 */
public final class DialplanCases {
  private static final String NO_EXTENSION =
      "<Say>This phone is not set up to make calls.</Say><Hangup/>";
  private static final String NO_EMERGENCY =
      "<Say>Emergency calls cannot be made from this phone. Use another phone to call 911.</Say>"
          + "<Hangup/>";
  private static final String CANNOT_BE_COMPLETED =
      "<Say>Your call cannot be completed as dialed. Please check the number and try again.</Say>"
          + "<Hangup/>";
  private static final String NOT_IN_SERVICE =
      "<Say>The number you have dialed is not in service.</Say><Hangup/>";
  private static final String FAILED =
      "<Say>We're sorry, your call cannot be completed at this time. Please try again later.</Say>"
          + "<Hangup/>";
  private static final String HANG_UP = "<Hangup/>";
  private static final String BUSY = "<Reject reason=\"busy\"/>";

  private DialplanCases() {}

  /** All rows, in the dialplans' order. */
  public static List<DialplanCase> all() {
    return Stream.of(
            outgoing(),
            emergency("outgoing"),
            sipServer("outgoing"),
            extensions("outgoing"),
            numbers("outgoing"),
            emergency("dial_pstn"),
            numbers("dial_pstn"),
            dialPstn(),
            emergency("dial_sip"),
            sipServer("dial_sip"),
            extensions("dial_sip"),
            dialSip(),
            incoming(),
            dialStatus(),
            reject())
        .flatMap(List::stream)
        .toList();
  }

  private static List<DialplanCase> outgoing() {
    return List.of(
        dialled(
            "outgoing", "a phone that is no extension", "nobody-here", "5035551212", NO_EXTENSION),
        dialled("outgoing", "nothing", "{caller}", "", CANNOT_BE_COMPLETED),
        dialled("outgoing", "words", "{caller}", "no-such-name", CANNOT_BE_COMPLETED));
  }

  private static List<DialplanCase> emergency(String function) {
    List<DialplanCase> rows = new ArrayList<>();
    for (String spelled : List.of("911", "+911", "1911", "+1911", "933", "+933", "1933", "+1933")) {
      String number = spelled.contains("33") ? "933" : "911";
      rows.add(
          dialled(
              function,
              spelled,
              "{caller}",
              spelled,
              "<Dial callerId=\"{caller.id}\" answerOnBridge=\"true\" action=\"{dial_status}\">"
                  + ("<Number>" + number + "</Number></Dial>")));
      rows.add(
          dialled(
                  function,
                  spelled + " from a phone that may not",
                  "{guarded}",
                  spelled,
                  NO_EMERGENCY)
              .with("guarded"));
    }
    return rows;
  }

  private static List<DialplanCase> sipServer(String function) {
    return List.of(
        dialled(function, "0", "{caller}", "0", toServer("operator")).with("server"),
        dialled(function, "#", "{caller}", "%23", toServer("{caller.menu}")).with("server"),
        dialled(function, "0 without a SIP server", "{caller}", "0", CANNOT_BE_COMPLETED)
            .without("server"),
        dialled(function, "# without a SIP server", "{caller}", "%23", CANNOT_BE_COMPLETED)
            .without("server"));
  }

  private static String toServer(String context) {
    return fromCaller(
        "<Sip>sip:"
            + context
            + "@{server}?x-callerid={caller.encoded_id}"
            + "&amp;x-enableemergency={caller.emergency}</Sip>");
  }

  private static List<DialplanCase> extensions(String function) {
    String one = fromCaller("<Sip>sip:{callee}@{domain}</Sip>");
    return List.of(
        dialled(function, "an extension's number", "{caller}", "{callee.number}", one)
            .with("callee", "domain"),
        dialled(function, "an extension's name", "{caller}", "{callee}", one)
            .with("callee", "domain"));
  }

  private static List<DialplanCase> numbers(String function) {
    List<DialplanCase> rows = new ArrayList<>();
    rows.add(
        dialled(function, "a service code", "{caller}", "{code}", toNumber("{code.number}"))
            .with("code"));
    rows.add(
        dialled(
                function,
                "a service code without a number",
                "{caller}",
                "{no_code}",
                CANNOT_BE_COMPLETED)
            .with("no_code"));
    rows.add(
        dialled(
                function,
                "an extension's phone number",
                "{caller}",
                "{callee.id}",
                fromCaller("{callee.phones}"))
            .with("callee", "domain"));
    for (String spelled :
        List.of(
            "5035551212",
            "15035551212",
            "+15035551212",
            "503-555-1212",
            "503.555.1212",
            "(503)%20555-1212",
            "+1%20503%20555%201212")) {
      rows.add(dialled(function, spelled, "{caller}", spelled, toNumber("+15035551212")));
    }
    for (String spelled : List.of("011525555123456", "+011525555123456", "+525555123456")) {
      rows.add(dialled(function, spelled, "{caller}", spelled, toNumber("+525555123456")));
    }
    for (String refused :
        List.of(
            "18765551234", "+442079460000", "19005551212", "5039765555", "123456", "50355512121")) {
      rows.add(dialled(function, refused, "{caller}", refused, CANNOT_BE_COMPLETED));
    }
    return rows;
  }

  private static List<DialplanCase> dialPstn() {
    return List.of(
        dialled(
            "dial_pstn", "a phone that is no extension", "nobody-here", "5035551212", NO_EXTENSION),
        dialled("dial_pstn", "0", "{caller}", "0", CANNOT_BE_COMPLETED),
        dialled("dial_pstn", "an extension's name", "{caller}", "{callee}", CANNOT_BE_COMPLETED)
            .with("callee"));
  }

  private static List<DialplanCase> dialSip() {
    return List.of(
        dialled("dial_sip", "a phone that is no extension", "nobody-here", "0", NO_EXTENSION),
        dialled("dial_sip", "a phone number", "{caller}", "5035551212", CANNOT_BE_COMPLETED));
  }

  private static List<DialplanCase> incoming() {
    List<DialplanCase> rows = new ArrayList<>();
    rows.add(
        new DialplanCase(
                "incoming",
                "one of our numbers",
                fromPstn("+12065550100", "{caller.id}"),
                limited(" callerId=\"+12065550100\"", "{caller.phones}"))
            .with("domain"));
    for (String withheld :
        List.of("anonymous", "Anonymous", "restricted", "unavailable", "", "+266696687")) {
      rows.add(
          new DialplanCase(
                  "incoming",
                  "caller \"" + withheld + "\"",
                  fromPstn(withheld, "{caller.id}"),
                  limited("", "{caller.phones}"))
              .with("domain"));
    }
    rows.add(
        new DialplanCase(
            "incoming",
            "a number that is nobody's",
            fromPstn("+12065550100", "+12065550199"),
            NOT_IN_SERVICE));
    return rows;
  }

  private static List<DialplanCase> dialStatus() {
    List<DialplanCase> rows = new ArrayList<>();
    for (String ended : List.of("completed", "answered", "canceled")) {
      rows.add(ended(ended, HANG_UP));
    }
    for (String notReached : List.of("busy", "no-answer")) {
      rows.add(ended(notReached, BUSY));
    }
    rows.add(ended("failed", FAILED));
    rows.add(ended("no-such-status", HANG_UP));
    rows.add(
        new DialplanCase("dial_status", "no status", fromSip("{caller}", "5035551212"), HANG_UP));
    return rows;
  }

  private static DialplanCase ended(String status, String verbs) {
    return new DialplanCase(
        "dial_status",
        status,
        fromSip("{caller}", "5035551212").with("DialCallStatus", status),
        verbs);
  }

  private static List<DialplanCase> reject() {
    return List.of(
        rejected("no-extension", NO_EXTENSION),
        rejected("no-emergency", NO_EMERGENCY),
        rejected("cannot-be-completed", CANNOT_BE_COMPLETED),
        rejected("not-in-service", NOT_IN_SERVICE),
        rejected("failed", FAILED),
        rejected("<Say>no such reason</Say>", CANNOT_BE_COMPLETED),
        rejected("", CANNOT_BE_COMPLETED));
  }

  private static DialplanCase rejected(String reason, String verbs) {
    return new DialplanCase(
        "reject",
        "reason \"" + reason + "\"",
        fromSip("{caller}", "5035551212").with("reason", reason),
        verbs);
  }

  private static DialplanCase dialled(
      String function, String title, String extension, String dialled, String verbs) {
    return new DialplanCase(function, title, fromSip(extension, dialled), verbs);
  }

  private static String toNumber(String number) {
    return fromCaller("<Number>" + number + "</Number>");
  }

  private static String fromCaller(String nouns) {
    return limited(" callerId=\"{caller.id}\"", nouns);
  }

  private static String limited(String callerId, String nouns) {
    return "<Dial answerOnBridge=\"true\" timeLimit=\"{limit}\" action=\"{dial_status}\""
        + callerId
        + ">"
        + nouns
        + "</Dial>";
  }
}
