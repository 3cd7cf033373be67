package dialtone.tools.packaging;

import dialtone.tools.project.ProjectFunction;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A host's kind that a package is made for. */
enum Kind {
  /** Runs any program named {@code exec} that speaks the action-loop protocol. */
  GO,
  /** Runs JavaScript, which here starts the same program. */
  NODEJS;

  /** The kind that project.yml names; Go if its functions have Java kinds or none. */
  static Kind of(List<ProjectFunction> functions) {
    return functions.stream().anyMatch(each -> each.runtime().startsWith("nodejs:")) ? NODEJS : GO;
  }

  /** Adds what the kind needs beside {@code exec}. */
  void addTo(Path image) throws IOException {
    List<String> needed = this == NODEJS ? List.of("index.js", "package.json") : List.of();
    for (String name : needed) {
      try (InputStream file = Kind.class.getResourceAsStream("nodejs/" + name)) {
        Files.write(image.resolve(name), file.readAllBytes());
      }
    }
  }
}
