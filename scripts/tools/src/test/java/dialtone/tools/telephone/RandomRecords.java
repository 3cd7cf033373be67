package dialtone.tools.telephone;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Records as untrustworthy senders send them: most calls whole, some halves missing, some stops
 * before their starts, a third of all sent twice, everything shuffled.
 */
final class RandomRecords {
  static final List<String> SOURCES = List.of("alice", "bob", "carol", "5035550199", "5035550198");

  private RandomRecords() {}

  static List<String> make(Random random, int count, YearMonth month) {
    List<String> records = new ArrayList<>();
    Instant first = month.atDay(2).atStartOfDay(ZoneOffset.UTC).toInstant();
    long seconds = Duration.ofDays(month.lengthOfMonth() - 3L).toSeconds();
    for (int call = 0; records.size() < count * 2 / 3; call++) {
      Instant start = first.plusSeconds(random.nextLong(seconds));
      Instant stop = start.plusSeconds(random.nextInt(100) == 0 ? -5 : random.nextInt(3_600));
      if (random.nextInt(50) != 0) {
        records.add(start(call, start, SOURCES.get(random.nextInt(SOURCES.size()))));
      }
      if (random.nextInt(50) != 0) {
        records.add(
            "{\"type\":\"stop\",\"timestamp\":\"%s\",\"call_id\":\"r%05d\"}".formatted(stop, call));
      }
    }
    int once = records.size();
    while (records.size() < count) {
      records.add(records.get(random.nextInt(once)));
    }
    Collections.shuffle(records, random);
    return records;
  }

  private static String start(int call, Instant start, String source) {
    return ("{\"type\":\"start\",\"timestamp\":\"%s\",\"call_id\":\"r%05d\",\"source\":\"%s\","
            + "\"destination\":\"5035551212\"}")
        .formatted(start, call, source);
  }
}
