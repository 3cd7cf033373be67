package dialtone.tools.command;

import java.nio.file.Path;
import java.util.List;
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
    return line(command).execute(arguments);
  }

  /** The same before it runs, with the commands that it is made of. */
  public static CommandLine line(Object command, Object... subcommands) {
    CommandLine whole = new CommandLine(command);
    List.of(subcommands).forEach(whole::addSubcommand);
    CommandLine.IParameterExceptionHandler usual = whole.getParameterExceptionHandler();
    return whole
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(
            (mistake, arguments) -> usual.handleParseException(unknownFirst(mistake), arguments))
        .setExecutionExceptionHandler(
            (failure, line, result) -> {
              if (failure instanceof UserMistake mistake) {
                line.getErr().println(mistake.getMessage());
                return mistake.exitCode();
              }
              throw failure;
            });
  }

  /** Picocli tells of what is missing and not of what was mistyped, which is why it is missing. */
  private static CommandLine.ParameterException unknownFirst(
      CommandLine.ParameterException mistake) {
    CommandLine line = mistake.getCommandLine();
    return mistake instanceof CommandLine.MissingParameterException
            && !line.getUnmatchedArguments().isEmpty()
        ? new CommandLine.UnmatchedArgumentException(line, line.getUnmatchedArguments())
        : mistake;
  }

  /** The root of the checkout that the command was started in, which {@code tools/run} tells. */
  public static Path root() {
    return Path.of(System.getProperty("dialtone.root", "")).toAbsolutePath().normalize();
  }
}
