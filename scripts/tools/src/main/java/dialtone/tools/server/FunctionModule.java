package dialtone.tools.server;

import dialtone.tools.project.ProjectFunction;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Maven module that a function is built by.
 *
 * @param directory {@code packages/<package>/<function>}
 * @param actionClass {@code dialtone.actions.<package>.<Function>}
 */
record FunctionModule(Path directory, String actionClass) {

  static FunctionModule of(Path root, ProjectFunction function) {
    String simpleName =
        Stream.of(function.name().split("_", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return new FunctionModule(
        root.resolve("packages").resolve(function.packageName()).resolve(function.name()),
        "dialtone.actions." + function.packageName() + "." + simpleName);
  }

  /** What the function is loaded from: its classes, then what it depends on, without Gson. */
  List<Path> classPath() throws IOException {
    List<Path> paths = new ArrayList<>();
    paths.add(directory.resolve("target/classes"));
    String rest = Files.readString(directory.resolve("target/classpath")).strip();
    for (String path : rest.split(File.pathSeparator, -1)) {
      paths.add(Path.of(path));
    }
    return paths;
  }
}
