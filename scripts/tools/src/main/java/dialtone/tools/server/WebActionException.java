package dialtone.tools.server;

/** A request that the host answers itself, with a status and what is wrong. */
final class WebActionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  WebActionException(int status, String message) {
    super(message);
    this.status = status;
  }

  WebActionException(int status, String message, Throwable cause) {
    super(message, cause);
    this.status = status;
  }

  int status() {
    return status;
  }
}
