package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The Java runtime that a package brings: of the JDK only what the function comes by. */
final class RuntimeImage {
  /** What of jlink's image a function needs to run. */
  private static final Set<String> LIBRARIES =
      Set.of(
          "libjava.so",
          "libjimage.so",
          "libjli.so",
          "libnet.so",
          "libnio.so",
          "libverify.so",
          "libzip.so",
          "modules",
          "jvm.cfg",
          "tzdb.dat");

  private static final String JVM = "lib/server/libjvm.so";

  /**
   * How C++ exceptions, a cancelled thread and debuggers unwind a native stack, a tenth of the JVM.
   * OpenJDK compiles the JVM with -fno-exceptions, cancels no thread, and walks its own stacks by
   * their frame pointers, in its error reports too. And the probes that SystemTap would look for.
   */
  private static final List<String> UNWINDING =
      List.of(
          "--remove-section=.eh_frame",
          "--remove-section=.eh_frame_hdr",
          "--remove-section=.gcc_except_table",
          "--remove-section=.note.stapsdt");

  private RuntimeImage() {}

  /**
   * Makes it.
   *
   * @param leftOut files that jlink is to leave out
   */
  static void make(
      Jdk jdk, List<String> modules, List<String> leftOut, Path image, Path workplace) {
    Path linked = workplace.resolve("jlink");
    Path list = workplace.resolve("left-out");
    FileTree.delete(linked);
    FileTree.delete(image);
    try {
      Files.write(list, leftOut);
      jdk.run(
          "jlink",
          workplace,
          List.of("--add-modules", String.join(",", modules)),
          List.of("--strip-java-debug-attributes", "--no-header-files", "--no-man-pages"),
          List.of("--exclude-resources=@" + list, "--output", linked));
      copy(linked, image);
      strip(image);
    } catch (IOException e) {
      throw new UserMistake("cannot write " + image, e);
    }
  }

  private static void copy(Path linked, Path image) throws IOException {
    for (String library : LIBRARIES) {
      if (Files.exists(linked.resolve("lib").resolve(library))) {
        FileTree.copy(linked.resolve("lib").resolve(library), image.resolve("lib/" + library));
      }
    }
    FileTree.copy(linked.resolve(JVM), image.resolve(JVM));
    FileTree.copy(linked.resolve("bin/java"), image.resolve("bin/java"));
    for (String directory : List.of("lib/security", "conf", "legal")) {
      if (Files.exists(linked.resolve(directory))) {
        FileTree.copy(linked.resolve(directory), image.resolve(directory));
      }
    }
    FileTree.copy(linked.resolve("release"), image.resolve("release"));
    SecurityProperties.shorten(image.resolve("conf/security/java.security"));
  }

  /** Takes the symbols out of the native libraries that only a debugger would read. */
  private static void strip(Path image) throws IOException {
    try (Stream<Path> files = Files.walk(image)) {
      List<Path> natives =
          files
              .filter(file -> file.toString().endsWith(".so") || file.endsWith("bin/java"))
              .toList();
      Program.run(image, List.of("strip", "--strip-unneeded"), natives);
      Program.run(image, List.of("strip"), UNWINDING, List.of(JVM));
    } catch (UserMistake e) {
      throw new UserMistake(
          e.getMessage() + "\nInstall binutils (Debian and Ubuntu: apt install binutils).", e);
    }
  }
}
