package dialtone.tools.twilio;

import com.google.gson.JsonObject;
import dialtone.tools.history.Event;
import dialtone.tools.history.History;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** The SIDs that an account's resources were made with in the last hour. */
record RecentCreations(History history, String account) {
  static final String ACTION = "create";
  private static final Duration LAG = Duration.ofHours(1);

  Optional<String> sid(String label) {
    Optional<String> sid = Optional.empty();
    for (JsonObject event : history.since(LAG)) {
      if (Live.text(event, "action").equals(ACTION)
          && Live.text(event, "account").equals(account)
          && Live.text(event, "label").equals(label)) {
        sid = Optional.of(Live.text(event, "sid"));
      }
    }
    return sid;
  }

  void add(String stack, Described resource, String sid, Map<String, String> attributes) {
    history.add(
        new Event(
            ACTION,
            resource.toString(),
            Map.of(),
            attributes,
            Map.of("stack", stack, "account", account, "label", resource.label(), "sid", sid)));
  }
}
