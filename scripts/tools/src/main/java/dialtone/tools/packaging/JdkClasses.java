package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JDK's own modules as files, one directory a module, which other tools can read. */
record JdkClasses(Path directory) {
  /** The modules that a function may use; jdeps tells which of them one does. */
  static final List<String> MODULES =
      List.of("java.base", "java.logging", "java.xml", "java.naming", "java.management");

  private static final String CLASS = ".class";

  /** Takes the modules out of a JDK, unless that was done before. */
  static synchronized JdkClasses of(Jdk jdk, Path below) {
    Path directory = below.resolve("jdk-" + jdk.version());
    if (!Files.isDirectory(directory.resolve(MODULES.get(0)))) {
      String wanted =
          MODULES.stream()
              .map(module -> "regex:/" + module.replace(".", "\\.") + "/.*")
              .collect(Collectors.joining(","));
      try {
        Path fresh = Files.createTempDirectory(Files.createDirectories(below), "jdk");
        jdk.run(
            "jimage",
            fresh,
            List.of("extract", "--dir", fresh, "--include", wanted),
            List.of(jdk.home().resolve("lib/modules")));
        Files.move(fresh, directory);
      } catch (IOException e) {
        throw new UserMistake("cannot write " + directory, e);
      }
    }
    return new JdkClasses(directory);
  }

  /** Of {@code java/lang/Object.class}, {@code java/lang/Object}; empty if it is no class. */
  static Optional<String> className(String path) {
    return path.endsWith(CLASS)
        ? Optional.of(path.substring(0, path.length() - CLASS.length()))
        : Optional.empty();
  }

  /** Of {@code /java.base/java/lang/Object.class}, {@code java/lang/Object.class}. */
  static String path(String file) {
    return file.substring(file.indexOf('/', 1) + 1);
  }

  /** Every file of some modules by its name as jlink knows it: {@code /module/path}. */
  Map<String, Path> files(List<String> modules) {
    Map<String, Path> files = new TreeMap<>();
    for (String module : modules) {
      try (Stream<Path> found = Files.walk(directory.resolve(module))) {
        found
            .filter(Files::isRegularFile)
            .forEach(file -> files.put("/" + directory.relativize(file), file));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return files;
  }
}
