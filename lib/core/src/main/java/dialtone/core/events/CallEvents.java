package dialtone.core.events;

import java.util.List;

/** Where call events go. */
@FunctionalInterface
public interface CallEvents {

  /**
   * Publishes events, in order, within a second. Never throws: a failure is logged.
   *
   * @param instance the name of the instance that they happened in
   */
  void publish(List<CallEvent> events, String instance);
}
