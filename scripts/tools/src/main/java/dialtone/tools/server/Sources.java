package dialtone.tools.server;

import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.ProjectFunction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The files that functions are made of. */
final class Sources {
  private static final Set<String> SKIPPED = Set.of("target", "test");

  private final Path root;

  Sources(Path root) {
    this.root = root;
  }

  /** What one function is built from: its own module, the libraries, the build's files. */
  List<Path> of(ProjectFunction function) {
    return List.of(
        root.resolve("pom.xml"),
        root.resolve("lib"),
        FunctionModule.of(root, function).directory());
  }

  /** Everything that a server of functions is made of. */
  List<Path> all() {
    return List.of(
        root.resolve("pom.xml"),
        root.resolve("project.yml"),
        root.resolve("lib"),
        root.resolve("packages"));
  }

  /** The state of files, and of the files in directories; what is not there is left out. */
  static State now(List<Path> starts) {
    Map<Path, FileTime> times = new HashMap<>();
    FileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
            boolean skip = SKIPPED.contains(directory.getFileName().toString());
            return skip ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            times.put(file, attributes.lastModifiedTime());
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE; // an editor was just replacing it
            }
            throw e;
          }
        };
    for (Path start : starts) {
      try {
        Files.walkFileTree(start, visitor);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new State(times);
  }

  /**
   * The sources at one moment.
   *
   * @param times when each file was changed last
   */
  record State(Map<Path, FileTime> times) {
    State {
      times = Map.copyOf(times);
    }

    boolean isNewerThan(FileTime time) {
      return times.values().stream().anyMatch(each -> each.compareTo(time) > 0);
    }

    /** The files that are new, changed or gone since an earlier moment. */
    Set<Path> changedSince(State earlier) {
      Set<Path> all = new TreeSet<>(times.keySet());
      all.addAll(earlier.times.keySet());
      all.removeIf(
          file -> times.containsKey(file) && times.get(file).equals(earlier.times.get(file)));
      return all;
    }
  }
}
