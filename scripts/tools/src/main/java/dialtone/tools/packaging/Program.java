package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Another program that a step of the packaging runs. */
final class Program {
  private static final int TOLD_LINES = 20;

  private Program() {}

  /**
   * Runs a program to its end.
   *
   * @return what it printed on both streams
   * @throws UserMistake if it cannot be started or fails; tells the end of what it printed, but no
   *     Java program's way there
   */
  static String run(Path directory, List<?> command) {
    List<String> words = command.stream().map(Object::toString).toList();
    try {
      Process process =
          new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int status = process.waitFor();
      if (status != 0) {
        throw new UserMistake(
            words.get(0) + " failed (exit status " + status + "):\n" + end(output));
      }
      return output;
    } catch (IOException e) {
      throw new UserMistake(words.get(0) + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserMistake("interrupted", e);
    }
  }

  /** The same with the words of several lists. */
  static String run(Path directory, List<?>... parts) {
    return run(directory, Stream.of(parts).<Object>flatMap(List::stream).toList());
  }

  private static String end(String output) {
    List<String> lines = output.lines().filter(line -> !line.startsWith("\tat ")).toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - TOLD_LINES), lines.size()));
  }
}
