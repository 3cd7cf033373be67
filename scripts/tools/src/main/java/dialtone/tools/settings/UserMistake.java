package dialtone.tools.settings;

import java.io.Serial;

/** What a person can mend: the message names the thing and the remedy, and is shown alone. */
public class UserMistake extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  public UserMistake(String message) {
    super(message);
  }

  public UserMistake(String message, Throwable cause) {
    super(message, cause);
  }
}
