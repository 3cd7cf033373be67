package dialtone.tools.simulator;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder of scenario files, {@code *.yml}, in the order of their names. */
final class ScenarioFolder {
  private final Path folder;

  ScenarioFolder(Path folder) {
    this.folder = folder;
  }

  List<Scenario> scenarios() {
    if (!Files.isDirectory(folder)) {
      throw new UserMistake(folder + " is no folder: name one that holds scenario files (*.yml).");
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".yml"))
          .sorted()
          .map(ScenarioFile::read)
          .toList();
    } catch (IOException e) {
      throw new UserMistake(folder + " cannot be read: " + e.getMessage(), e);
    }
  }
}
