package dialtone.tools.project;

import dialtone.tools.command.UserMistake;
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
 * @param qualifiedName {@code <package>/<function>}
 * @param directory {@code packages/<package>/<function>}
 * @param actionClass {@code dialtone.actions.<package>.<Function>}
 */
public record FunctionModule(String qualifiedName, Path directory, String actionClass) {

  /** The module of a function of the project in {@code root}. */
  public static FunctionModule of(Path root, ProjectFunction function) {
    String simpleName =
        Stream.of(function.name().split("_", -1))
            .filter(word -> !word.isEmpty())
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
    return new FunctionModule(
        function.qualifiedName(),
        root.resolve("packages").resolve(function.packageName()).resolve(function.name()),
        "dialtone.actions." + function.packageName() + "." + simpleName);
  }

  /** The function's name alone. */
  public String name() {
    return directory.getFileName().toString();
  }

  /** Where Maven and the packaging put what they make. */
  public Path target() {
    return directory.resolve("target");
  }

  /**
   * What the function is loaded from: its classes, then what it depends on, without Gson.
   *
   * @throws UserMistake if it is not built
   */
  public List<Path> classPath() {
    return classPath(directory);
  }

  /**
   * The same of any module that writes its class path.
   *
   * @throws UserMistake if it is not built
   */
  public static List<Path> classPath(Path module) {
    List<Path> paths = new ArrayList<>();
    paths.add(module.resolve("target/classes"));
    Path file = module.resolve("target/classpath");
    try {
      for (String path : Files.readString(file).strip().split(File.pathSeparator, -1)) {
        paths.add(Path.of(path));
      }
    } catch (IOException e) {
      throw new UserMistake(module + " is not built: there is no " + file + ".", e);
    }
    return paths;
  }
}
