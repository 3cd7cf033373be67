package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A directory with all that is in it, or a single file. */
final class FileTree {
  private FileTree() {}

  /** Copies it; what is copied can be written by its owner, and run if it could be before. */
  static void copy(Path from, Path to) throws IOException {
    for (Path file : files(from)) {
      Path copy = to.resolve(from.relativize(file).toString());
      Files.createDirectories(copy.getParent());
      Files.copy(file, copy);
      Files.setPosixFilePermissions(
          copy,
          PosixFilePermissions.fromString(Files.isExecutable(file) ? "rwxr-xr-x" : "rw-r--r--"));
    }
  }

  /** The files in it, not the directories, in the order of their names. */
  static List<Path> files(Path tree) throws IOException {
    try (Stream<Path> found = Files.walk(tree)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /**
   * Deletes it if it is there.
   *
   * @throws UserMistake if it cannot be deleted
   */
  static void delete(Path tree) {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> found = Files.walk(tree)) {
      for (Path path : found.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UserMistake("cannot delete " + tree, e);
    }
  }
}
