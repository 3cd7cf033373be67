package dialtone.core.directory;

/** Where the extension directory comes from. */
@FunctionalInterface
public interface DirectorySource {

  /**
   * The directory as it is known now. Never fails: an older copy serves when no newer can be had.
   */
  ExtensionDirectory directory();
}
