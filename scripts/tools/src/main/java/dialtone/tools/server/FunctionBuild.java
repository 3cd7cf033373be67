package dialtone.tools.server;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.ProjectFunction;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Builds the modules of functions, with Maven. */
final class FunctionBuild {
  private final Path root;
  private final Sources sources;

  FunctionBuild(Path root) {
    this.root = root;
    this.sources = new Sources(root);
  }

  /** The functions that were never built, or whose sources are newer than their build. */
  List<ProjectFunction> stale(Collection<ProjectFunction> functions) {
    return functions.stream().filter(this::isStale).toList();
  }

  /** The functions that have one of these files among their sources, gone ones too. */
  List<ProjectFunction> madeOf(Collection<Path> files, Collection<ProjectFunction> functions) {
    return functions.stream()
        .filter(
            function ->
                sources.of(function).stream()
                    .anyMatch(source -> files.stream().anyMatch(file -> file.startsWith(source))))
        .toList();
  }

  /**
   * Builds functions.
   *
   * @param out where the compiler's messages go
   * @throws UserMistake if one does not build
   */
  void build(Collection<ProjectFunction> functions, PrintStream out) throws InterruptedException {
    FileTime start = FileTime.fromMillis(System.currentTimeMillis());
    String modules =
        functions.stream()
            .map(function -> root.relativize(module(function)).toString())
            .collect(Collectors.joining(","));
    try {
      Process maven =
          new ProcessBuilder(
                  root.resolve("scripts/tools/build").toString(),
                  "-pl",
                  modules,
                  "-am",
                  "process-classes")
              .redirectErrorStream(true)
              .start();
      maven.getOutputStream().close();
      maven.getInputStream().transferTo(out);
      if (maven.waitFor() != 0) {
        throw new UserMistake("The functions do not build: see above.");
      }
      for (ProjectFunction function : functions) {
        Path stamp = stamp(function);
        if (Files.notExists(stamp)) {
          Files.createFile(stamp);
        }
        Files.setLastModifiedTime(stamp, start);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isStale(ProjectFunction function) {
    Path stamp = stamp(function);
    try {
      return Files.notExists(stamp)
          || Sources.now(sources.of(function)).isNewerThan(Files.getLastModifiedTime(stamp));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path stamp(ProjectFunction function) {
    return module(function).resolve("target/built");
  }

  private Path module(ProjectFunction function) {
    return FunctionModule.of(root, function).directory();
  }
}
