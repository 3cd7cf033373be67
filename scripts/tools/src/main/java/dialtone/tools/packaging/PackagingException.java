package dialtone.tools.packaging;

/** Packaging that cannot go on; the message says why, and what to do about it. */
public final class PackagingException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PackagingException(String message) {
    super(message);
  }

  PackagingException(String message, Throwable cause) {
    super(message, cause);
  }
}
