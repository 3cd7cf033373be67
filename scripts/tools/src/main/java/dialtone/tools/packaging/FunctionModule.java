package dialtone.tools.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A function as its Maven module has it.
 *
 * @param packageName the OpenWhisk package: the directory above
 * @param name the function's name: its directory's
 */
record FunctionModule(String packageName, String name, Path directory) {

  /** Every function of the project, in the order of their names. */
  static List<FunctionModule> all(Path root) {
    try (Stream<Path> found = Files.find(root.resolve("packages"), 3, (path, a) -> isPom(path))) {
      return found
          .map(Path::getParent)
          .map(dir -> new FunctionModule(name(dir.getParent()), name(dir), dir))
          .sorted((a, b) -> a.fullName().compareTo(b.fullName()))
          .toList();
    } catch (IOException e) {
      throw new PackagingException(root + " is not the project: it has no packages/", e);
    }
  }

  /** {@code <package>/<function>}. */
  String fullName() {
    return packageName + "/" + name;
  }

  /** {@code packages/dialplans/dial_pstn} is {@code dialtone.actions.dialplans.DialPstn}. */
  String mainClass() {
    String camelCase =
        Arrays.stream(name.split("_", -1))
            .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
            .collect(Collectors.joining());
    return "dialtone.actions." + packageName + "." + camelCase;
  }

  /** The function's classes and what it needs of libraries, as Maven resolved it; without Gson. */
  List<Path> classPath() {
    Path file = target().resolve("classpath");
    try {
      return Stream.concat(
              Stream.of(target().resolve("classes")),
              Arrays.stream(Files.readString(file).strip().split(File.pathSeparator, -1))
                  .map(Path::of))
          .toList();
    } catch (IOException e) {
      throw new PackagingException(fullName() + " is not built: there is no " + file, e);
    }
  }

  /** Where Maven and the packaging put what they make. */
  Path target() {
    return directory.resolve("target");
  }

  private static boolean isPom(Path path) {
    return path.endsWith("pom.xml");
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
