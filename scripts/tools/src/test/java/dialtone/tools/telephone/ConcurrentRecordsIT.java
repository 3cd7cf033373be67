package dialtone.tools.telephone;

import static dialtone.tools.telephone.TelephoneServer.json;
import static dialtone.tools.telephone.TelephoneServer.lastMonth;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Records that come all at once, in any order, and more than once. */
class ConcurrentRecordsIT {
  @Test
  void sixteenThreadsMakeTheCallsAndBillsThatASingleOneMakes() throws Exception {
    List<String> records = RandomRecords.make(new Random(20261121), 20_000, lastMonth());
    List<List<String>> batches = batches(records, new Random(1), 100);
    try (TelephoneServer many = TelephoneServer.start();
        TelephoneServer single = TelephoneServer.start()) {
      postAll(many, batches, 16);
      // Another order: what counts must not depend on it.
      postAll(single, batches(sorted(records), new Random(2), 500), 1);

      finishQueued(many);
      finishQueued(single);
      assertThat(calls(many)).isEqualTo(calls(single)).hasSizeGreaterThan(5_000);
      for (String subscriber : RandomRecords.SOURCES) {
        assertThat(many.get("bills/" + subscriber).body())
            .isEqualTo(single.get("bills/" + subscriber).body())
            .contains("call_price");
      }
    }
  }

  private void postAll(TelephoneServer to, List<List<String>> batches, int threadCount)
      throws Exception {
    ConcurrentLinkedQueue<List<String>> left = new ConcurrentLinkedQueue<>(batches);
    ExecutorService threads = Executors.newFixedThreadPool(threadCount);
    List<Future<Integer>> posted = new ArrayList<>();
    for (int i = 0; i < threadCount; i++) {
      posted.add(threads.submit(() -> postUntilEmpty(to, left)));
    }
    int sum = 0;
    for (Future<Integer> each : posted) {
      sum += each.get();
    }
    threads.shutdown();
    assertThat(sum).isEqualTo(batches.size());
  }

  /** A sender that is told to send again does. */
  private int postUntilEmpty(TelephoneServer to, ConcurrentLinkedQueue<List<String>> left)
      throws IOException, InterruptedException {
    int posted = 0;
    for (List<String> batch = left.poll(); batch != null; batch = left.poll()) {
      int status;
      do {
        status = to.post("registry", "[" + String.join(",", batch) + "]").statusCode();
        assertThat(status).isIn(200, 201, 429, 503);
      } while (status == 429 || status == 503);
      posted++;
    }
    return posted;
  }

  private void finishQueued(TelephoneServer to) throws Exception {
    assertThat(to.post("worker", "").statusCode()).isEqualTo(200);
    assertThat(json(to.get("task?status=queued")).getAsJsonArray("tasks")).isEmpty();
  }

  /** All calls, without what differs between two servers. */
  private Map<String, String> calls(TelephoneServer of) throws Exception {
    Map<String, String> calls = new TreeMap<>();
    String cursor = "";
    do {
      JsonObject page = json(of.get("calls?limit=500" + cursor));
      JsonArray listed = page.getAsJsonArray("calls");
      for (JsonElement each : listed) {
        JsonObject call = each.getAsJsonObject();
        call.remove("url");
        assertThat(calls.put(call.get("call_id").getAsString(), call.toString())).isNull();
      }
      JsonElement next = page.get("next");
      cursor = next.isJsonNull() ? "" : "&cursor=" + next.getAsString();
    } while (!cursor.isEmpty());
    return calls;
  }

  private static List<String> sorted(List<String> records) {
    List<String> sorted = new ArrayList<>(records);
    Collections.sort(sorted);
    return sorted;
  }

  private static List<List<String>> batches(List<String> records, Random random, int most) {
    List<List<String>> batches = new ArrayList<>();
    for (int i = 0; i < records.size(); ) {
      int size = random.nextInt(10) == 0 ? 1 : 1 + random.nextInt(most);
      int end = Math.min(i + size, records.size());
      batches.add(records.subList(i, end));
      i = end;
    }
    return batches;
  }
}
