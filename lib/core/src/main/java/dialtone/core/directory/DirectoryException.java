package dialtone.core.directory;

/** A directory document that cannot be used; the message lists every mistake, a line each. */
public final class DirectoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DirectoryException(String message) {
    super(message);
  }
}
