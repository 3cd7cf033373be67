package dialtone.tools.server;

/** A function that does not start, or that gave no result. */
public final class ContainerException extends Exception {
  private static final long serialVersionUID = 1L;

  public ContainerException(String message) {
    super(message);
  }

  public ContainerException(String message, Throwable cause) {
    super(message, cause);
  }
}
