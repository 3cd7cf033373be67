package dialtone.tools.project;

import dialtone.core.host.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a command runs with: the process's environment and then the file {@code .env} at the
 * project's root, as DigitalOcean's deployer reads them. Blank and a lone {@code -} mean not set.
 */
final class ToolSettings implements Environment {
  private final Map<String, String> process;
  private final Map<String, String> file;

  /**
   * @param process variables that win over the file's
   * @param root the directory that may hold {@code .env}
   */
  ToolSettings(Map<String, String> process, Path root) {
    this.process = Map.copyOf(process);
    Path settings = root.resolve(".env");
    this.file = Files.exists(settings) ? EnvFile.read(settings) : Map.of();
  }

  Set<String> namesInFile() {
    return file.keySet();
  }

  @Override
  public Optional<String> get(String name) {
    String value = process.getOrDefault(name, file.getOrDefault(name, ""));
    return Optional.of(value.strip()).filter(text -> !text.isEmpty() && !text.equals("-"));
  }
}
