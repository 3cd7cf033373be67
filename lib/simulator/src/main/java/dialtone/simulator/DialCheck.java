package dialtone.simulator;

import dialtone.simulator.timeline.NotSimulated;
import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.twiml.Noun;
import dialtone.simulator.twiml.TwilioError;
import dialtone.simulator.twiml.Verb;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Twilio would refuse of a {@code <Dial>}: logs it and leaves whom it would call. */
final class DialCheck {
  private static final int MOST_NOUNS = 10;
  private static final int LONGEST_URI = 255;

  /** Emergency numbers of the countries that Twilio calls from; 933 is only a test. */
  private static final Set<String> EMERGENCY = Set.of("911", "112", "999", "000");

  private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,6}");
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{7,15}");
  private static final Pattern SIP_URI =
      Pattern.compile(
          "sips?:[^@\\s<>\"?]+@[A-Za-z0-9.:-]+(?:;[A-Za-z0-9._=-]+)*(?:\\?([^\\s<>\"]*))?");
  private static final Pattern HEADER =
      Pattern.compile("([A-Za-z0-9-]+)=((?:[A-Za-z0-9._~-]|%[0-9A-Fa-f]{2})*)");

  private final CallState call;

  DialCheck(CallState call) {
    this.call = call;
  }

  /** The emergency number among whom a {@code <Dial>} calls. */
  static Optional<String> emergency(List<Noun> nouns) {
    return nouns.stream()
        .filter(Noun.PhoneNumber.class::isInstance)
        .map(noun -> isEmergency(noun.address()))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The emergency number that an address is, however it is spelled. */
  static Optional<String> isEmergency(String address) {
    String digits = address.replaceAll("[^0-9]", "");
    return EMERGENCY.stream()
        .filter(number -> digits.equals(number) || digits.equals("1" + number))
        .findFirst();
  }

  /** Those whom Twilio would call. */
  List<Noun> callable(Verb.Dial dial) {
    List<Noun> nouns = dial.nouns();
    if (nouns.isEmpty()) {
      refuse(TwilioError.DIAL_NUMBER_FORMAT, "there is nobody to dial");
    }
    if (nouns.size() > MOST_NOUNS) {
      refuse(TwilioError.DIAL_TOO_MANY, nouns.size() + " nouns; " + MOST_NOUNS + " are the most");
      return List.of();
    }
    boolean meets = nouns.stream().anyMatch(Noun.Conference.class::isInstance);
    if (meets && nouns.size() > 1) {
      refuse(TwilioError.CONFERENCE_MIXED, "it must be alone in its <Dial>");
      return List.of();
    }
    return nouns.stream().filter(noun -> isCallable(noun, dial)).toList();
  }

  private boolean isCallable(Noun noun, Verb.Dial dial) {
    if (noun instanceof Noun.PhoneNumber number) {
      return isNumber(number.address()) && hasCallerId(dial);
    }
    if (noun instanceof Noun.Sip sip) {
      return isSipUri(sip.address());
    }
    if (noun instanceof Noun.NotSimulated other) {
      call.add(at -> new NotSimulated(at, "<" + other.name() + "> in <Dial>"));
      return false;
    }
    if (noun.address().isBlank()) {
      refuse(TwilioError.SCHEMA_WARNING, "a noun of <Dial> without a name");
      return false;
    }
    return true;
  }

  private boolean isNumber(String address) {
    String digits = address.replaceAll("[ ().-]", "");
    if (NUMBER.matcher(digits).matches() || SHORT_CODE.matcher(digits).matches()) {
      return true;
    }
    refuse(TwilioError.DIAL_NUMBER_FORMAT, "\"" + address + "\"");
    return false;
  }

  /** It must be a number of the account, or the caller's, or the one that was called. */
  private boolean hasCallerId(Verb.Dial dial) {
    String callerId = dial.callerId().orElse(call.plan().line().from());
    Set<String> ours = call.plan().ownNumbers();
    boolean valid =
        NUMBER.matcher(callerId).matches()
            && (ours.isEmpty()
                || ours.contains(callerId)
                || callerId.equals(call.plan().line().from())
                || callerId.equals(call.plan().line().to()));
    if (!valid) {
      refuse(TwilioError.DIAL_CALLER_ID, "\"" + callerId + "\" is no number of ours");
    }
    return valid;
  }

  private boolean isSipUri(String uri) {
    Matcher parts = SIP_URI.matcher(uri);
    if (!parts.matches() || uri.length() > LONGEST_URI) {
      String reason = uri.length() > LONGEST_URI ? " has more than 255 characters" : "";
      refuse(TwilioError.DIAL_SIP_URI, "\"" + uri + "\"" + reason);
      return false;
    }
    if (parts.group(1) == null) {
      return true;
    }
    for (String header : parts.group(1).split("&", -1)) {
      Matcher pair = HEADER.matcher(header);
      if (!pair.matches()) {
        refuse(TwilioError.DIAL_SIP_URI, "header \"" + header + "\" is not URL-encoded");
        return false;
      }
      if (!pair.group(1).regionMatches(true, 0, "x-", 0, 2)) {
        call.log(Flaw.harmless(TwilioError.DIAL_HEADER_NAME, pair.group(1)));
      }
    }
    return true;
  }

  private void refuse(TwilioError error, String detail) {
    call.log(Flaw.breaking(error, detail));
  }
}
