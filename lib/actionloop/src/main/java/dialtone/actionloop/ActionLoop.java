package dialtone.actionloop;

import com.google.gson.JsonObject;
import dialtone.core.host.HostEnvironment;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Answers requests, one at a time, until the host closes standard input. Whatever the action does,
 * each request gets exactly one answer and the loop goes on; only when memory has run out does the
 * process end, so that the host starts a fresh one.
 */
public final class ActionLoop {
  /** Set by a host that waits for {@code {"ok":true}} before its first request. */
  static final String ACKNOWLEDGE = "__OW_WAIT_FOR_ACK";

  /** Set where the action has to print the end of each activation's log itself. */
  static final String MARKERS = "ACTION_LOOP_MARKERS";

  /**
   * Set to {@code stdout} by a host that cannot give a descriptor 3 which can be opened by its
   * name: answers go to standard output then, and what the action prints there to standard error.
   */
  static final String ANSWERS = "ACTION_LOOP_ANSWERS";

  /** The exit status when memory has run out: the JVM's own. */
  private static final int OUT_OF_MEMORY = 3;

  private final Action action;
  private final BufferedReader requests;
  private final AnswerChannel answers;
  private final EndMarkers markers;

  ActionLoop(Action action, BufferedReader requests, AnswerChannel answers, EndMarkers markers) {
    this.action = action;
    this.requests = requests;
    this.answers = answers;
    this.markers = markers;
  }

  /**
   * Runs the action of the class that the only argument names.
   *
   * <p>Exit status: 0 at the end of input, 1 if the action cannot be started, 3 if memory has run
   * out.
   */
  public static void main(String[] args) throws IOException {
    try {
      WarmUp.start();
      // A host sets no locale, and the JVM would print ASCII.
      boolean answersOut = "stdout".equals(System.getenv(ANSWERS));
      PrintStream out = utf8(answersOut ? FileDescriptor.err : FileDescriptor.out);
      PrintStream err = utf8(FileDescriptor.err);
      System.setOut(out);
      System.setErr(err);
      AnswerChannel answers =
          answersOut
              ? new AnswerChannel(new FileOutputStream(FileDescriptor.out))
              : AnswerChannel.ofDescriptor3();
      Action action = Action.of(args[0]);
      if (System.getenv(ACKNOWLEDGE) != null) {
        answers.acknowledge();
      }
      boolean printed = "true".equals(System.getenv(MARKERS));
      new ActionLoop(
              action,
              new BufferedReader(
                  new InputStreamReader(
                      new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8)),
              answers,
              new EndMarkers(printed, out, err))
          .run();
      System.exit(0);
    } catch (IllegalArgumentException | ExceptionInInitializerError e) {
      System.err.println("The action cannot be started: " + e.getMessage());
      if (e.getCause() != null) {
        e.getCause().printStackTrace();
      }
      System.exit(1);
    } catch (OutOfMemoryError e) {
      // Nothing that could need memory: no message, no hooks.
      Runtime.getRuntime().halt(OUT_OF_MEMORY);
    }
  }

  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)),
        /* autoFlush= */ true,
        StandardCharsets.UTF_8);
  }

  /** Answers every request until there are no more. */
  void run() throws IOException {
    for (String line = requests.readLine(); line != null; line = requests.readLine()) {
      answer(line);
      markers.end();
    }
  }

  private void answer(String line) throws IOException {
    Activation activation;
    try {
      activation = Activation.of(line);
    } catch (IllegalArgumentException e) {
      answers.error(e.getMessage());
      return;
    }
    HostEnvironment.bring(activation.variables());
    try {
      JsonObject answer = action.main(activation.event());
      if (answer == null) {
        answers.error("the action gave no answer");
      } else {
        answers.answer(answer);
      }
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      e.printStackTrace();
      answers.error("the action failed: " + e);
    }
  }
}
