package dialtone.tools.command;

/**
 * Something that whoever typed the command can put right: the message says what is wrong and what
 * to do, and is all that they see.
 */
public final class UserMistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public UserMistake(String message) {
    super(message);
  }

  public UserMistake(String message, Throwable cause) {
    super(message, cause);
  }
}
