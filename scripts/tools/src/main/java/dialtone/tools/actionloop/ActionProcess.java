package dialtone.tools.actionloop;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A running program that speaks the action-loop protocol: requests on its standard input, answers
 * on its descriptor 3, a line each.
 */
public final class ActionProcess implements AutoCloseable {
  private static final Duration LOG_PATIENCE = Duration.ofMillis(500);
  private static final Duration END_PATIENCE = Duration.ofSeconds(30);

  private final Process process;
  private final Path pipe;
  private final LogStream out;
  private final LogStream err;
  private final BlockingQueue<Optional<String>> answers = new LinkedBlockingQueue<>();

  private final long started;

  private ActionProcess(Process process, Path pipe, long started) {
    this.process = process;
    this.started = started;
    this.pipe = pipe;
    this.out = new LogStream("action-out", process.getInputStream());
    this.err = new LogStream("action-err", process.getErrorStream());
    Thread reader = new Thread(this::readAnswers, "action-answers");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a program.
   *
   * @param environment all that it finds in its environment: nothing is inherited
   */
  public static ActionProcess start(
      List<String> command, Path directory, Map<String, String> environment) {
    try {
      // Java gives a child only the descriptors 0 to 2: a shell opens 3, on a named pipe.
      Path pipe = Files.createTempDirectory("action").resolve("answers");
      new ProcessBuilder("mkfifo", pipe.toString()).inheritIO().start().waitFor();
      List<String> words = new ArrayList<>();
      words.addAll(List.of("/bin/sh", "-c", "exec 3>\"$0\" && exec \"$@\"", pipe.toString()));
      words.addAll(command);
      ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
      builder.environment().clear();
      builder.environment().putAll(environment);
      long started = System.nanoTime();
      return new ActionProcess(builder.start(), pipe, started);
    } catch (IOException e) {
      throw new HostException(command.get(0) + " cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostException("interrupted", e);
    }
  }

  /** When the program was started, by {@link System#nanoTime}. */
  public long started() {
    return started;
  }

  /** Writes a request. */
  public void send(String line) {
    try {
      OutputStream in = process.getOutputStream();
      in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      in.flush();
    } catch (IOException e) {
      // It has ended: the next receive() says so.
      answers.add(Optional.empty());
    }
  }

  /**
   * Waits for a line on descriptor 3.
   *
   * @return empty if the program ended instead
   * @throws HostException if neither happens within {@code most}
   */
  public Optional<String> receive(Duration most) {
    try {
      Optional<String> line = answers.poll(most.toMillis(), TimeUnit.MILLISECONDS);
      if (line == null) {
        throw new HostException("the action did not answer within " + most.toMillis() + " ms");
      }
      return line;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostException("interrupted", e);
    }
  }

  /** Takes the log of the activation that was answered last. */
  public ActivationLog log(boolean marked) {
    if (!marked) {
      return new ActivationLog(out.takeAll(), err.takeAll(), false);
    }
    List<String> outLines = new ArrayList<>();
    List<String> errLines = new ArrayList<>();
    boolean outWhole = out.takeUntilMarker(outLines, LOG_PATIENCE);
    boolean errWhole = err.takeUntilMarker(errLines, LOG_PATIENCE);
    return new ActivationLog(outLines, errLines, outWhole && errWhole);
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** Kills the program at once, as a host does with one that is over its time. */
  public void kill() {
    process.destroyForcibly();
  }

  /**
   * Ends its input and waits for the program to end by itself.
   *
   * @return its exit status
   * @throws HostException if it has to be killed
   */
  public int end() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(END_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        kill();
        throw new HostException("the action did not end with its input");
      }
      return process.exitValue();
    } catch (IOException e) {
      throw new HostException("the action's input cannot be closed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new HostException("interrupted", e);
    }
  }

  @Override
  public void close() {
    kill();
    try {
      process.waitFor();
      Files.deleteIfExists(pipe);
      Files.deleteIfExists(pipe.getParent());
    } catch (IOException e) {
      // The system's directory for temporary files is cleaned by others.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void readAnswers() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(new FileInputStream(pipe.toFile()), StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        answers.add(Optional.of(line));
      }
    } catch (IOException e) {
      // The same as its end.
      return;
    } finally {
      answers.add(Optional.empty());
    }
  }
}
