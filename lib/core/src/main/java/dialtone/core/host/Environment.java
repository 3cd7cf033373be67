package dialtone.core.host;

import java.util.Optional;

/** The variables a function runs with: its settings, and what the host tells about each call. */
@FunctionalInterface
public interface Environment {

  /**
   * The value of a variable, without surrounding white space.
   *
   * @return empty if it is not set, blank, or a lone {@code -}: DigitalOcean's deployer refuses
   *     empty values, so {@code -} is how a setting is left out there
   */
  Optional<String> get(String name);
}
