package dialtone.tools.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How another program ended.
 *
 * @param output what it printed on both streams, without colours
 */
record Tool(int status, String output) {
  private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

  /** Runs a program of the PATH; empty if there is none of that name. */
  static Optional<Tool> run(Path directory, String... command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(List.of(command))
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(
          new Tool(process.waitFor(), COLOUR.matcher(output).replaceAll("").strip()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  boolean succeeded() {
    return status == 0;
  }

  /** The first line of what it printed. */
  String firstLine() {
    return output.lines().findFirst().orElse("");
  }
}
