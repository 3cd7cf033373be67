package dialtone.telephone.feed;

import dialtone.core.directory.Extension;
import dialtone.core.directory.ExtensionDirectory;
import dialtone.core.number.DialString;
import dialtone.core.number.E164;
import dialtone.core.web.WebRequest;
import dialtone.telephone.record.CallRecord;
import dialtone.telephone.record.CallRecord.Start;
import dialtone.telephone.record.CallRecord.Stop;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call as Twilio tells of it when it is over. Twilio says how long it lasted and, in status
 * callbacks only, when it ended; otherwise it ended when the callback came. It started that long
 * before: both records are derived, to the second.
 */
record FinishedCall(Start start, Stop stop) {
  private static final long LONGEST_SECONDS = 86_400;

  /** Reads a callback; empty if it is about no call that took place. */
  static Optional<FinishedCall> of(
      WebRequest callback, String durationParameter, ExtensionDirectory directory, Instant now) {
    Optional<Long> seconds =
        callback
            .parameter(durationParameter)
            .filter(text -> text.matches("[0-9]{1,6}"))
            .map(Long::parseLong)
            .filter(each -> each > 0 && each <= LONGEST_SECONDS);
    String callId = callback.parameter("CallSid").orElse("");
    if (seconds.isEmpty() || !CallRecord.CALL_ID.matcher(callId).matches()) {
      return Optional.empty();
    }
    String source = subscriber(callback.parameter("From").orElse(""), directory);
    String destination = subscriber(callback.parameter("To").orElse(""), directory);
    Instant ended = callback.parameter("Timestamp").flatMap(FinishedCall::moment).orElse(now);
    Instant stop = ended.truncatedTo(ChronoUnit.SECONDS);
    return Optional.of(
        new FinishedCall(
            new Start(callId, stop.minusSeconds(seconds.get()), source, destination),
            new Stop(callId, stop)));
  }

  List<CallRecord> records() {
    return List.of(start, stop);
  }

  /**
   * The extension that an address belongs to, by its name, by the number it is dialled by, or by
   * the number that the outside calls it at; else the number's digits, as they were dialled.
   */
  static String subscriber(String address, ExtensionDirectory directory) {
    DialString dialled = DialString.of(address);
    String digits = dialled.digits();
    Optional<String> extension =
        directory
            .dialledBy(dialled.user())
            .or(
                () ->
                    Optional.of(digits)
                        .filter(E164::matches)
                        .flatMap(n -> directory.calledAt(new E164(n)).stream().findFirst()))
            .map(Extension::name);
    if (extension.isPresent()) {
      return extension.get();
    }
    String name = (digits.startsWith("+") ? digits.substring(1) : digits).toLowerCase(Locale.ROOT);
    if (CallRecord.SUBSCRIBER.matcher(name).matches()) {
      return name;
    }
    return switch (name) {
      case "0" -> "operator";
      case "#" -> "menu";
      default -> "unknown";
    };
  }

  private static Optional<Instant> moment(String rfc2822) {
    try {
      return Optional.of(
          ZonedDateTime.parse(rfc2822, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
