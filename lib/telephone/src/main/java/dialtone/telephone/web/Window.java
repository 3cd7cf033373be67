package dialtone.telephone.web;

import dialtone.telephone.record.FieldProblem;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters that every list takes: {@code from}, {@code to}, {@code limit}, {@code cursor}.
 */
final class Window {
  static final int MOST = 500;
  private static final int USUAL = 100;
  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  private final ApiRequest request;
  private final Instant now;
  private final List<FieldProblem> problems = new ArrayList<>();

  Window(ApiRequest request, Instant now) {
    this.request = request;
    this.now = now;
  }

  /** The end of the list; a day ahead if none is asked for, for clocks differ. */
  Instant to() {
    return moment("to").orElse(now.plus(Duration.ofDays(1)));
  }

  /** Its beginning; a year before the end if none is asked for. */
  Instant from() {
    Instant year = to().atZone(ZoneOffset.UTC).minus(Period.ofYears(1)).toInstant();
    return moment("from").map(from -> from.isBefore(EARLIEST) ? EARLIEST : from).orElse(year);
  }

  int limit() {
    Optional<String> text = request.query("limit");
    if (text.isEmpty()) {
      return USUAL;
    }
    if (text.get().matches("[0-9]{1,4}")) {
      int limit = Integer.parseInt(text.get());
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    }
    problem("limit", "a whole number from 1 to " + MOST + " expected");
    return USUAL;
  }

  Optional<String> cursor() {
    return request.query("cursor");
  }

  /** Notes that a parameter is not as expected. */
  void problem(String field, String detail) {
    if (problems.stream().noneMatch(problem -> problem.field().equals(field))) {
      problems.add(new FieldProblem(field, detail));
    }
  }

  /** The answer if one of the parameters read so far is malformed. */
  Optional<Answer> refusal() {
    return problems.isEmpty()
        ? Optional.empty()
        : Optional.of(Problem.badRequest(problems).answer());
  }

  static Answer noCursor() {
    return Problem.badRequest("cursor", "the \"next\" of an earlier page expected").answer();
  }

  private Optional<Instant> moment(String name) {
    Optional<String> text = request.query(name);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          text.get().length() == 10
              ? LocalDate.parse(text.get()).atStartOfDay(ZoneOffset.UTC).toInstant()
              : OffsetDateTime.parse(text.get().replace(' ', '+')).toInstant());
    } catch (DateTimeException e) {
      problem(name, "a date, or ISO 8601 with an offset, expected");
      return Optional.empty();
    }
  }
}
