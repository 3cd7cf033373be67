package dialtone.tools.command;

import picocli.CommandLine;

/**
 * Something that whoever typed the command can put right: the message says what is wrong and what
 * to do, and is all that they see.
 */
public class UserMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int exitCode;

  public UserMistake(String message) {
    super(message);
    exitCode = CommandLine.ExitCode.SOFTWARE;
  }

  public UserMistake(String message, Throwable cause) {
    this(message, CommandLine.ExitCode.SOFTWARE, cause);
  }

  /**
   * @param exitCode what the command exits with, where 1 has another meaning
   */
  public UserMistake(String message, int exitCode, Throwable cause) {
    super(message, cause);
    this.exitCode = exitCode;
  }

  int exitCode() {
    return exitCode;
  }
}
