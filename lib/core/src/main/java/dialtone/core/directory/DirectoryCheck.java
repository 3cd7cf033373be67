package dialtone.core.directory;

/** Run by the build: a bundled directory that breaks a rule must not be packed. */
public final class DirectoryCheck {
  private DirectoryCheck() {}

  /**
   * Reads the bundled directory.
   *
   * @throws DirectoryException if it breaks a rule; the message lists every mistake
   */
  public static void main(String[] args) {
    try {
      new BundledDirectory();
    } catch (DirectoryException e) {
      // The mistake is in the file: Maven would show where in this code it was found.
      e.setStackTrace(new StackTraceElement[0]);
      throw e;
    }
  }
}
