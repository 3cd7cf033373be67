package dialtone.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.core.TerminalFailureException;

/**
 * A command as somebody types it: a process of its own, with its output in a file and no other
 * settings than those that it is given.
 */
public final class ShellCommand implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** The JVM that these tests run in, and what is on its class path. */
  public static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  public static final String CLASS_PATH =
      System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));

  // What this machine's programs need, and that scripts/test builds and holds the lock. Nothing
  // else of the shell that the tests were started from reaches a command: it acts on CI, on
  // SIP_PASSWORD_….
  private static final Set<String> INHERITED =
      Set.of(
          "PATH",
          "HOME",
          "LANG",
          "LC_ALL",
          "TMPDIR",
          "JAVA_HOME",
          "JAVA_25_HOME",
          "MAVEN_OPTS",
          "DIALTONE_BUILT",
          "DIALTONE_LOCKED");

  private final Process process;
  private final Path output;

  private ShellCommand(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /** Starts a script of a checkout. */
  public static ShellCommand start(
      Path checkout, Map<String, String> environment, String script, String... arguments)
      throws IOException {
    return start(environment, List.of(checkout.resolve(script).toString()), arguments);
  }

  /**
   * Starts a tool's main class from these tests' own class path, as {@code tools/run} would.
   *
   * @param root the project that it works on
   */
  public static ShellCommand main(
      Path root, Map<String, String> environment, Class<?> tool, String... arguments)
      throws IOException {
    return start(
        environment,
        List.of(
            JAVA,
            "-XX:TieredStopAtLevel=1",
            "-Ddialtone.root=" + root,
            "-cp",
            CLASS_PATH,
            tool.getName()),
        arguments);
  }

  private static ShellCommand start(
      Map<String, String> environment, List<String> program, String... arguments)
      throws IOException {
    // Where these tests run in the background of a shell, Ctrl-C is ignored, and so it would be
    // here.
    List<String> command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(program);
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("output", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(output.getParent().toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile());
    builder.environment().keySet().retainAll(INHERITED);
    builder.environment().putAll(environment);
    return new ShellCommand(builder.start(), output);
  }

  /** Everything that it printed so far. */
  public String output() {
    try {
      return Files.readString(output, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until it has printed a text. */
  public void awaitOutput(String text) {
    await("output of " + text, () -> output().contains(text));
  }

  /** Waits until something has come of it; it must not end before. */
  public void await(String what, BooleanSupplier hasCome) {
    try {
      Awaitility.await(what)
          .atMost(PATIENCE)
          .failFast(
              () -> assertThat(process.isAlive() || hasCome.getAsBoolean()).as("alive").isTrue())
          .until(hasCome::getAsBoolean);
    } catch (ConditionTimeoutException | TerminalFailureException e) {
      throw new AssertionError("No " + what + "; so far it printed:\n" + output(), e);
    }
  }

  /** Waits until it has ended, and gives its exit code. */
  public int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("It does not end; so far it printed:\n" + output());
    }
    return process.exitValue();
  }

  /** What Ctrl-C does. */
  public void interrupt() throws IOException, InterruptedException {
    signal("INT");
  }

  /** Sends it a signal by its name. */
  public void signal(String name) throws IOException, InterruptedException {
    // The shell's own kill: a small machine has no program of that name.
    new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid()).start().waitFor();
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.delete(output);
  }
}
