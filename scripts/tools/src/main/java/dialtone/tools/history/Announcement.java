package dialtone.tools.history;

/** Where changes are told to others. */
@FunctionalInterface
public interface Announcement {
  void publish(String json);
}
