package dialtone.telephone.feed;

import dialtone.core.directory.DirectorySource;
import dialtone.core.host.Edge;
import dialtone.core.web.WebRequest;
import dialtone.telephone.store.CallsTable;
import java.util.Optional;

/** Where a function that Twilio calls tells of calls that have ended. */
@FunctionalInterface
public interface CallFeed {

  /**
   * Begins to tell of the call that a callback is about, if it took place. Never throws.
   *
   * @param durationParameter which of the callback's parameters says how many seconds it lasted
   */
  Telling tell(WebRequest callback, String durationParameter);

  /** What is being told. */
  @FunctionalInterface
  interface Telling {
    /**
     * Waits until it is told, until a second after it began at most. Never throws: it is logged.
     */
    void await();
  }

  /**
   * Tells the table that {@code CALLS_TABLE} names; nobody, if it is not set, and then nothing of
   * it is loaded.
   */
  static CallFeed open(Edge edge, DirectorySource directory) {
    Optional<String> table = edge.environment().get(CallsTable.SETTING);
    return table.isPresent()
        ? new TableCallFeed(table.get(), edge, directory)
        : (callback, durationParameter) -> () -> {};
  }
}
