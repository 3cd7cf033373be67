package dialtone.tools.settings;

import dialtone.core.host.Environment;
import io.github.cdimascio.dotenv.Dotenv;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a command runs with: the process's environment and then the file {@code .env} at the
 * project's root, as DigitalOcean's deployer reads them. Blank and a lone {@code -} mean not set.
 */
public final class ToolSettings implements Environment {
  private final Map<String, String> process;
  private final Dotenv file;

  /**
   * @param process variables that win over the file's
   * @param root the directory that may hold {@code .env}
   */
  public ToolSettings(Map<String, String> process, Path root) {
    this.process = Map.copyOf(process);
    this.file = Dotenv.configure().directory(root.toString()).ignoreIfMissing().load();
  }

  /** Where the project lies: the scripts tell. */
  public static Path projectRoot() {
    return Path.of(System.getProperty("dialtone.root", ".")).toAbsolutePath().normalize();
  }

  @Override
  public Optional<String> get(String name) {
    String value = process.get(name);
    if (value == null) {
      value =
          file.entries(Dotenv.Filter.DECLARED_IN_ENV_FILE).stream()
              .filter(entry -> entry.getKey().equals(name))
              .map(entry -> entry.getValue())
              .findFirst()
              .orElse("");
    }
    return Optional.of(value.strip()).filter(text -> !text.isEmpty() && !text.equals("-"));
  }
}
