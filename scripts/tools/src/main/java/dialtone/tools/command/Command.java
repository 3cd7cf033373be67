package dialtone.tools.command;

import java.nio.file.Path;
import picocli.CommandLine;

/** Runs the command behind a script in {@code scripts/}. */
public final class Command {
  private Command() {}

  /**
   * Runs a picocli command and gives its exit code. A {@link UserMistake} is told in its message
   * alone, exit code 1 unless it says otherwise; wrong arguments exit with 2; a defect shows its
   * stack trace.
   */
  public static int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, line, result) -> {
              if (failure instanceof UserMistake mistake) {
                line.getErr().println(mistake.getMessage());
                return mistake.exitCode();
              }
              throw failure;
            })
        .execute(arguments);
  }

  /** The root of the checkout that the command was started in, which {@code tools/run} tells. */
  public static Path root() {
    return Path.of(System.getProperty("dialtone.root", "")).toAbsolutePath().normalize();
  }
}
