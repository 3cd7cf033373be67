package dialtone.tools.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumProgramTest {
  @TempDir private Path bin;

  @Test
  void oneThatTellsItsVersionIsTaken() throws Exception {
    program("chromium", "echo Chromium 156.0.8078.79 built on Debian GNU/Linux 12");
    assertThat(ChromiumProgram.found(bin.toString())).contains(bin.resolve("chromium"));
  }

  @Test
  void googlesIsTakenToo() throws Exception {
    program("google-chrome", "echo Google Chrome 156.0.8078.79");
    assertThat(ChromiumProgram.found("/nowhere:" + bin)).contains(bin.resolve("google-chrome"));
  }

  @Test
  void ubuntusPackageThatOnlyNamesTheSnapIsPassedOver() throws Exception {
    program("chromium-browser", "echo requires the chromium snap to be installed >&2; exit 1");
    assertThat(ChromiumProgram.found(bin.toString())).isEmpty();
  }

  @Test
  void aSnapIsPassedOver() throws Exception {
    program("chromium", "echo Chromium 156.0.8078.79 snap");
    program("google-chrome-stable", "echo Google Chrome 156.0.8078.79");
    assertThat(ChromiumProgram.found(bin.toString())).contains(bin.resolve("google-chrome-stable"));
  }

  private void program(String name, String text) throws IOException {
    Path file = Files.writeString(bin.resolve(name), "#!/bin/sh\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
