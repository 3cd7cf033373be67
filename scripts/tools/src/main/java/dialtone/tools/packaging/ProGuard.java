package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** ProGuard, in a process of its own: it goes deep and wants a large stack. */
final class ProGuard {
  private ProGuard() {}

  /**
   * Runs it.
   *
   * @param configuration what it is to do; kept as a file beside what it makes
   */
  static void run(Path file, List<String> configuration) {
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, configuration);
    } catch (IOException e) {
      throw new UserMistake("cannot write " + file, e);
    }
    Program.run(
        file.getParent(),
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java"),
            "-Xss1g",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            "proguard.ProGuard",
            "@" + file));
  }
}
