package dialtone.actionloop;

import com.google.gson.JsonObject;
import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Descriptor 3, where a host reads the acknowledgement and then an answer for each request. */
final class AnswerChannel {
  /** What OpenWhisk lets an action answer, in bytes of JSON. */
  static final int MOST_BYTES = 1024 * 1024;

  private final OutputStream out;

  AnswerChannel(OutputStream out) {
    this.out = out;
  }

  /**
   * Descriptor 3 of this process. Appending, so that nothing is cut off should the descriptor be a
   * file after all.
   *
   * @throws FileNotFoundException if it is not open
   */
  static AnswerChannel ofDescriptor3() throws FileNotFoundException {
    return new AnswerChannel(new FileOutputStream("/dev/fd/3", true));
  }

  /** Tells the host that requests can come. */
  void acknowledge() throws IOException {
    line("{\"ok\":true}".getBytes(StandardCharsets.UTF_8));
  }

  /** Answers a request; an answer that is larger than the host takes becomes an error. */
  void answer(JsonObject answer) throws IOException {
    byte[] json = answer.toString().getBytes(StandardCharsets.UTF_8);
    if (json.length > MOST_BYTES) {
      error("the action's answer has " + json.length + " bytes, the most is " + MOST_BYTES);
    } else {
      line(json);
    }
  }

  /** Answers a request that failed. */
  void error(String message) throws IOException {
    JsonObject error = new JsonObject();
    error.addProperty("error", message);
    line(error.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** In one write, so that a host never sees half a line of a process that was killed. */
  private void line(byte[] json) throws IOException {
    byte[] line = new byte[json.length + 1];
    System.arraycopy(json, 0, line, 0, json.length);
    line[json.length] = '\n';
    out.write(line);
    out.flush();
  }
}
