package dialtone.tools.history;

import java.util.Map;

/**
 * A change that somebody made to the running system.
 *
 * @param action {@code create, update, remove, deploy, promote, rollback, …}
 * @param what what was changed, for people
 * @param from what it was before; no secrets
 * @param to what it is now; no secrets
 * @param details what else is worth keeping, such as the stack or a SID; no secrets
 */
public record Event(
    String action,
    String what,
    Map<String, String> from,
    Map<String, String> to,
    Map<String, String> details) {

  public Event {
    from = Map.copyOf(from);
    to = Map.copyOf(to);
    details = Map.copyOf(details);
  }
}
