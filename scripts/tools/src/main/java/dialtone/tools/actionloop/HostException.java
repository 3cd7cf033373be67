package dialtone.tools.actionloop;

/** What a host answers instead of an action that did not; the message is the host's. */
public final class HostException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public HostException(String message) {
    super(message);
  }

  public HostException(String message, Throwable cause) {
    super(message, cause);
  }
}
