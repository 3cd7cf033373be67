package dialtone.tools.telephone;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Calls of a month, by number, as an exchange posts them. */
record SampleCalls(YearMonth month) {
  private static final ZoneId ZONE = ZoneId.of("America/Los_Angeles");
  private static final int SUBSCRIBERS = 5_000;

  /** Those of the last month that is over. */
  static SampleCalls ofLastMonth() {
    return new SampleCalls(YearMonth.now(ZONE).minusMonths(1));
  }

  /** Both records of the calls from a number up to another, of all subscribers. */
  String registry(int from, int to) {
    return registry("c", from, to, number -> "5035" + number % SUBSCRIBERS);
  }

  /** The same, with another beginning of their ids, and of other sources. */
  String registry(String kind, int from, int to, IntFunction<String> source) {
    return IntStream.range(from, to)
        .mapToObj(number -> call(kind, number, source.apply(number)))
        .collect(Collectors.joining(",", "[", "]"));
  }

  /** Both records of a call. */
  String call(String kind, int number, String source) {
    Instant start =
        month.atDay(1 + number % 27).atStartOfDay(ZONE).toInstant().plusSeconds(number % 80_000);
    return """
        {"type":"start","timestamp":"%s","call_id":"%s%09d","source":"%s","destination":"5035551212"},\
        {"type":"stop","timestamp":"%s","call_id":"%s%09d"}"""
        .formatted(start, kind, number, source, start.plusSeconds(number % 3_000), kind, number);
  }
}
