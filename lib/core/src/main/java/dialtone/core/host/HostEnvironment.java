package dialtone.core.host;

import java.util.Map;
import java.util.Optional;

/**
 * The environment that the host gave this process, and what it brings for the call in hand.
 *
 * <p>OpenWhisk's Java runtime changes the process's environment for each call. A host that cannot
 * do that (the action loop, the local server) calls {@link #bring} instead, before it calls the
 * action.
 */
public final class HostEnvironment implements Environment {
  private static volatile Map<String, String> brought = Map.of();

  /** Variables that win over the process's, until the next call of this method. */
  public static void bring(Map<String, String> variables) {
    brought = Map.copyOf(variables);
  }

  @Override
  public Optional<String> get(String name) {
    String value = brought.get(name);
    return Optional.ofNullable(value == null ? System.getenv(name) : value)
        .map(String::strip)
        .filter(text -> !text.isEmpty() && !text.equals("-"));
  }
}
