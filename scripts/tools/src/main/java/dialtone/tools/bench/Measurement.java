package dialtone.tools.bench;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.tools.actionloop.ActionLoopHost;
import dialtone.tools.actionloop.ActionProcess;
import dialtone.tools.actionloop.HostException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The measurements of one contestant, taken start by start so that all take turns. */
final class Measurement {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final double NANOS = 1e6;

  private final Contestant contestant;
  private final Map<String, String> environment;
  private final List<Double> decompressed = new ArrayList<>();
  private final List<Double> acknowledged = new ArrayList<>();
  private final List<Double> first = new ArrayList<>();
  private final List<Double> both = new ArrayList<>();
  private final List<Double> warm = new ArrayList<>();
  private double restKilobytes;
  private double peakKilobytes;
  private int status;

  Measurement(Contestant contestant, Map<String, String> environment) {
    this.contestant = contestant;
    this.environment = environment;
  }

  /**
   * One more start.
   *
   * @param warmRequests how many requests follow the first
   */
  void start(int warmRequests) {
    Optional<Path> unpacked = contestant.zip().map(ActionLoopHost::unpack);
    try {
      unpacked.ifPresent(this::decompress);
      start(unpacked.orElse(contestant.directory()), warmRequests);
    } finally {
      unpacked.ifPresent(ActionLoopHost::delete);
    }
  }

  /** What {@code exec} begins with; by itself, so that the start can be told from it. */
  private void decompress(Path directory) {
    long started = System.nanoTime();
    try {
      Process unzstd =
          new ProcessBuilder("./unzstd").directory(directory.toFile()).inheritIO().start();
      if (unzstd.waitFor() != 0) {
        throw new HostException(contestant.name() + " cannot be decompressed");
      }
    } catch (IOException e) {
      throw new HostException(contestant.name() + " cannot be decompressed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostException("interrupted", e);
    }
    decompressed.add((System.nanoTime() - started) / NANOS);
  }

  private void start(Path directory, int warmRequests) {
    try (ActionProcess process =
        ActionProcess.start(contestant.command(), directory, environment)) {
      answer(process);
      long ready = System.nanoTime();
      process.send(contestant.line());
      String answer = answer(process);
      long answered = System.nanoTime();
      note(answer);
      acknowledged.add((ready - process.started()) / NANOS);
      first.add((answered - ready) / NANOS);
      both.add((answered - process.started()) / NANOS);
      restKilobytes = kilobytes(process, "VmRSS");
      for (int i = 0; i < warmRequests; i++) {
        long asked = System.nanoTime();
        process.send(contestant.line());
        answer(process);
        warm.add((System.nanoTime() - asked) / NANOS);
      }
      peakKilobytes = Math.max(peakKilobytes, kilobytes(process, "VmHWM"));
    }
  }

  /** Its row of the table. */
  List<String> row() {
    return List.of(
        contestant.name() + (status == 200 ? "" : " (status " + status + ")"),
        contestant.zip().map(zip -> mebibytes(zip.toFile().length())).orElse(""),
        mebibytes(contestant.unpackedBytes()),
        decompressed.isEmpty() ? "" : "%.0f".formatted(Median.of(decompressed)),
        "%.0f".formatted(Median.of(acknowledged)),
        "%.0f".formatted(Median.of(first)),
        "%.0f".formatted(Median.of(both)),
        "%.2f".formatted(Median.of(warm)),
        "%.2f".formatted(Median.quantile(warm, 0.99)),
        "%.0f".formatted(restKilobytes / 1024),
        "%.0f".formatted(peakKilobytes / 1024));
  }

  private void note(String answer) {
    JsonObject json = JsonParser.parseString(answer).getAsJsonObject();
    if (!json.has("statusCode")) {
      throw new HostException(contestant.name() + " answers " + answer);
    }
    status = json.get("statusCode").getAsInt();
  }

  private String answer(ActionProcess process) {
    return process
        .receive(PATIENCE)
        .orElseThrow(
            () -> new HostException(contestant.name() + " has ended: " + process.log(true).err()));
  }

  private static double kilobytes(ActionProcess process, String name) {
    try {
      for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
        if (line.startsWith(name + ":")) {
          return Double.parseDouble(line.replaceAll("\\D", ""));
        }
      }
      throw new HostException("this system does not tell " + name);
    } catch (IOException e) {
      throw new HostException("this system does not tell " + name, e);
    }
  }

  private static String mebibytes(long bytes) {
    return bytes == 0 ? "" : "%.1f".formatted(bytes / 1024.0 / 1024.0);
  }
}
