package dialtone.tools.telephone;

import dialtone.tools.server.LocalServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;

/** Measures the API of a server that has stored nothing yet. */
final class ApiBench {
  private static final int BATCH = 500;
  private static final int SINGLES = 1_000;
  private static final int BATCHES = 40;
  private static final int BILLS = 100;
  private static final int CALLS_OF_A_BILL = 1_000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final LocalServer server;
  private final SampleCalls sample;
  private final Filling filling;
  private final PrintStream out;
  private int calls;
  private boolean stopIsNext;

  /**
   * @param filling of the table that the server's functions keep their calls in
   */
  ApiBench(LocalServer server, SampleCalls sample, Filling filling, PrintStream out) {
    this.server = server;
    this.sample = sample;
    this.filling = filling;
    this.out = out;
  }

  void run(List<Integer> stored) throws IOException, InterruptedException {
    bills(CALLS_OF_A_BILL);
    for (int i = 0; i < 10; i++) {
      post(records());
    }
    out.printf(
        "%-12s %-22s %12s %10s %10s %10s%n",
        "calls stored", "request", "a second", "median ms", "p99 ms", "slowest");
    for (int size : stored) {
      filling.fill(calls, size);
      calls = Math.max(calls, size);
      measure("one record", 1, SINGLES, this::oneRecord);
      measure("500 records", BATCH, BATCHES, () -> post(records()));
      measure("bill of 1,000 calls", 1, BILLS, this::bill);
      measure("one call", 1, BILLS, () -> get("calls/b000000007"));
    }
  }

  /** A request that is measured. */
  @FunctionalInterface
  private interface Timed {
    void run() throws IOException, InterruptedException;
  }

  private void measure(String name, int each, int times, Timed request)
      throws IOException, InterruptedException {
    for (int i = 0; i < times / 5; i++) {
      request.run();
    }
    long[] nanos = new long[times];
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      request.run();
      nanos[i] = System.nanoTime() - begin;
    }
    long sum = Arrays.stream(nanos).sum();
    Arrays.sort(nanos);
    out.printf(
        "%,12d %-22s %,12d %10.1f %10.1f %10.1f%n",
        calls,
        name,
        (long) each * times * 1_000_000_000L / sum,
        nanos[times / 2] / 1e6,
        nanos[Math.min(times - 1, times * 99 / 100)] / 1e6,
        nanos[times - 1] / 1e6);
  }

  /** A start, then its stop, then the next call's. */
  private void oneRecord() throws IOException, InterruptedException {
    String[] both = sample.call("s", calls, "alice").split("(?<=}),", -1);
    post(stopIsNext ? both[1] : both[0]);
    calls += stopIsNext ? 1 : 0;
    stopIsNext = !stopIsNext;
  }

  private void bills(int count) throws IOException, InterruptedException {
    for (int i = 0; i < count; i += BATCH / 2) {
      post(sample.registry("b", i, i + BATCH / 2, number -> "lobby"));
    }
  }

  private String records() {
    int first = calls;
    calls += BATCH / 2;
    return sample.registry(first, calls);
  }

  private void bill() throws IOException, InterruptedException {
    String bill = get("bills/lobby");
    if (bill.split("call_price", -1).length != CALLS_OF_A_BILL + 1) {
      throw new IllegalStateException("not a bill of 1,000 calls: " + bill.length());
    }
  }

  private String get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(url(path)).build(), 200);
  }

  private void post(String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url("registry"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    send(request, 201);
  }

  private String send(HttpRequest request, int expected) throws IOException, InterruptedException {
    HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
    if (response.statusCode() != expected) {
      throw new IllegalStateException(response.statusCode() + ": " + response.body());
    }
    return response.body();
  }

  private URI url(String path) {
    return URI.create(server.url("telephone/" + path));
  }
}
