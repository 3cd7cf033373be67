package dialtone.telephone.record;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A record's address in the registry: {@code <call id>-start}, {@code <call id>-stop}, and for one
 * that contradicts those {@code <call id>-start-<fingerprint>}.
 *
 * @param fingerprint 16 hexadecimal digits of a record that contradicts; empty for the one that
 *     counts
 */
public record RecordId(String callId, Half half, Optional<String> fingerprint) {
  private static final Pattern FORM = Pattern.compile("(.+)-(start|stop)(?:-([0-9a-f]{16}))?");

  /** The address of a record that counts. */
  public static RecordId of(CallRecord record) {
    return new RecordId(record.callId(), record.half(), Optional.empty());
  }

  /** Reads an address; empty if it cannot be one. */
  public static Optional<RecordId> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() && CallRecord.CALL_ID.matcher(matcher.group(1)).matches()
        ? Half.of(matcher.group(2))
            .map(
                half -> new RecordId(matcher.group(1), half, Optional.ofNullable(matcher.group(3))))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return callId + "-" + half.text() + fingerprint.map(hex -> "-" + hex).orElse("");
  }
}
