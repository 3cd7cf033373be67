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
    new BundledDirectory();
  }
}
