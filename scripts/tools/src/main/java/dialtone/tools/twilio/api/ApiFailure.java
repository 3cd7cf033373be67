package dialtone.tools.twilio.api;

import dialtone.tools.command.UserMistake;
import java.io.Serial;

/** A request that Twilio refused or that did not reach it; the message says which and why. */
public final class ApiFailure extends UserMistake {
  @Serial private static final long serialVersionUID = 1L;

  private final int status;

  ApiFailure(String message, int status) {
    super(message);
    this.status = status;
  }

  ApiFailure(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  /** Whether the request may have been carried out all the same: its answer was a 5xx, or lost. */
  public boolean unknownOutcome() {
    return status == 0 || status >= 500;
  }
}
