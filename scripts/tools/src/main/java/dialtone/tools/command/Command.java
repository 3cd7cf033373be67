package dialtone.tools.command;

import java.nio.file.Path;
import picocli.CommandLine;

/** Runs the command behind a script in {@code scripts/}. */
public final class Command {
  private Command() {}

  /**
   * Runs a picocli command and gives its exit code. A {@link UserMistake} is told in one message,
   * exit code 1; wrong arguments exit with 2; a defect shows its stack trace.
   */
  public static int run(Object command, String... arguments) {
    return new CommandLine(command)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setExecutionExceptionHandler(
            (failure, line, result) -> {
              if (!(failure instanceof UserMistake)) {
                throw failure;
              }
              line.getErr().println(failure.getMessage());
              return CommandLine.ExitCode.SOFTWARE;
            })
        .execute(arguments);
  }

  /** The root of the checkout that the command was started in, which {@code tools/run} tells. */
  public static Path root() {
    return Path.of(System.getProperty("dialtone.root", "")).toAbsolutePath().normalize();
  }
}
