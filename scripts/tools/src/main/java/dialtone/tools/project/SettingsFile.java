package dialtone.tools.project;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option of every command that reads settings: which file it reads them from. */
public final class SettingsFile {
  @Option(
      names = "--env",
      paramLabel = "FILE",
      description = "The settings file to read instead of .env.")
  private Optional<Path> path = Optional.empty();

  /** The file that was named; empty for {@code .env}. */
  public Optional<Path> path() {
    return path;
  }

  /** The settings of a checkout, as they are now. */
  public Variables variables(Path root) {
    return Variables.of(root, path, System.getenv());
  }
}
