package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.actionloop.ActionLoopHost;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A zip where a host has unpacked it, and {@code exec} has been run once. */
final class Unpacked {
  private Unpacked() {}

  static Path of(Path zip) throws IOException, InterruptedException {
    Path directory = ActionLoopHost.unpack(zip);
    assertThat(unzstd(directory)).isEmpty();
    return directory;
  }

  /** What {@code unzstd} says where it is; nothing if all is well. */
  static String unzstd(Path directory) throws IOException, InterruptedException {
    return said(directory, "./unzstd");
  }

  /** The same, started by another command. */
  static String said(Path directory, String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor() == 0).as(said).isEqualTo(said.isEmpty());
    return said;
  }
}
