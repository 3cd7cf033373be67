package dialtone.tools.actionloop;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One of an action's two output streams, read all the time so that the action never waits. */
final class LogStream {
  /** The line that ends an activation's log. */
  static final String MARKER = "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX";

  private static final String END = new String("end of the stream");

  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  LogStream(String name, InputStream stream) {
    Thread reader = new Thread(() -> read(stream), name);
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Takes the lines up to the marker.
   *
   * @return whether the marker came within {@code most}, and before the stream's end
   */
  boolean takeUntilMarker(List<String> taken, Duration most) {
    long end = System.nanoTime() + most.toNanos();
    try {
      for (String line = poll(end); line != null; line = poll(end)) {
        if (line.equals(MARKER)) {
          return true;
        }
        if (isEnd(line)) {
          lines.add(END);
          return false;
        }
        taken.add(line);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Takes what has been printed so far. */
  List<String> takeAll() {
    List<String> taken = new ArrayList<>();
    lines.drainTo(taken);
    taken.removeIf(LogStream::isEnd);
    return taken;
  }

  private String poll(long end) throws InterruptedException {
    return lines.poll(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
  }

  @SuppressWarnings("ReferenceEquality") // the one object that no line of the stream can be
  private static boolean isEnd(String line) {
    return line == END;
  }

  private void read(InputStream stream) {
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    } catch (IOException e) {
      // The process was killed: the same as the stream's end.
      return;
    } finally {
      lines.add(END);
    }
  }
}
