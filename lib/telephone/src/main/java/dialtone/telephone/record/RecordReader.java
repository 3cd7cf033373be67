package dialtone.telephone.record;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads one record, and notes each of its mistakes. */
final class RecordReader {
  /** No exchange of ours is older; a timestamp before is a clock that was never set. */
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private final JsonObject json;
  private final String pointer;
  private final Instant now;
  private final List<FieldProblem> problems;
  private boolean valid = true;

  RecordReader(JsonObject json, String pointer, Instant now, List<FieldProblem> problems) {
    this.json = json;
    this.pointer = pointer;
    this.now = now;
    this.problems = problems;
  }

  Optional<CallRecord> read() {
    Optional<Half> half = text("type").flatMap(this::half);
    Instant timestamp = text("timestamp").flatMap(this::timestamp).orElse(now);
    String callId = form("call_id", CallRecord.CALL_ID, "1 to 100 of A-Z a-z 0-9 . _ ~ : @ + -");
    if (half.isEmpty()) {
      return Optional.empty();
    }
    if (half.get() == Half.STOP) {
      refuse("source");
      refuse("destination");
      return valid ? Optional.of(new CallRecord.Stop(callId, timestamp)) : Optional.empty();
    }
    String source = subscriber("source");
    String destination = subscriber("destination");
    return valid
        ? Optional.of(new CallRecord.Start(callId, timestamp, source, destination))
        : Optional.empty();
  }

  private Optional<Half> half(String type) {
    Optional<Half> half = Half.of(type);
    if (half.isEmpty()) {
      problem("type", "\"start\", \"stop\" or \"end\" expected");
    }
    return half;
  }

  private Optional<Instant> timestamp(String text) {
    Instant timestamp;
    try {
      timestamp = OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      problem("timestamp", "ISO 8601 with an offset expected, such as 2026-11-21T03:11:06-08:00");
      return Optional.empty();
    }
    if (timestamp.isBefore(EARLIEST) || timestamp.isAfter(now.plus(CLOCKS_DIFFER))) {
      problem("timestamp", "from the year 2000 to a day from now expected");
      return Optional.empty();
    }
    return Optional.of(timestamp);
  }

  private String subscriber(String name) {
    return form(name, CallRecord.SUBSCRIBER, "3 to 15 digits, or an extension's name");
  }

  private String form(String name, Pattern form, String expected) {
    Optional<String> text = text(name);
    if (text.isPresent() && !form.matcher(text.get()).matches()) {
      problem(name, expected + " expected");
    }
    return text.orElse("");
  }

  /** A text, or a number that is written in digits alone. */
  private Optional<String> text(String name) {
    JsonElement value = json.get(name);
    if (value instanceof JsonPrimitive primitive && !primitive.isBoolean()) {
      String text = primitive.getAsString();
      if (primitive.isString() || DIGITS.matcher(text).matches()) {
        return Optional.of(text);
      }
    }
    problem(name, value == null ? "missing" : "a text expected");
    return Optional.empty();
  }

  private void refuse(String name) {
    if (json.has(name)) {
      problem(name, "only a start tells it");
    }
  }

  private void problem(String name, String detail) {
    valid = false;
    problems.add(new FieldProblem(pointer + "/" + name, detail));
  }
}
