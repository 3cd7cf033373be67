package dialtone.tools.command;

import picocli.CommandLine;

/** How every command ends: 0 done, 1 a mistake said in a sentence; more if the command says so. */
public final class CommandLines {
  /** Something went wrong, or was typed wrong. */
  public static final int ERROR = 1;

  private CommandLines() {}

  /** A command line for a picocli command. */
  public static CommandLine of(Object command) {
    return configured(new CommandLine(command));
  }

  /** The same, with subcommands that were added before. */
  public static CommandLine configured(CommandLine line) {
    line.setExecutionExceptionHandler(
        (failure, failed, parsed) -> {
          if (failure instanceof UserMistake) {
            failed.getErr().println("error: " + failure.getMessage());
            failed.getErr().flush();
            return ERROR;
          }
          throw failure;
        });
    mistypedIsAnError(line);
    return line;
  }

  /** Picocli's own code for a mistyped command is 2, which preview gives for changes. */
  private static void mistypedIsAnError(CommandLine line) {
    line.getCommandSpec().exitCodeOnInvalidInput(ERROR);
    line.getSubcommands().values().forEach(CommandLines::mistypedIsAnError);
  }
}
