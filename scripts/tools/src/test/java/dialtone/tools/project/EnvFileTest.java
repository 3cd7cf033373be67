package dialtone.tools.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvFileTest {
  @TempDir private Path directory;

  @Test
  void readsSettings() throws IOException {
    assertThat(
            read(
                """
                # a comment
                INSTANCE=stage

                SIP_SERVER=pbx-{instance}.example.com;region=us2
                QUOTED="two words"
                BLANK=
                """))
        .isEqualTo(
            Map.of(
                "INSTANCE", "stage",
                "SIP_SERVER", "pbx-{instance}.example.com;region=us2",
                "QUOTED", "two words",
                "BLANK", ""));
  }

  @Test
  void theFileItselfGivesTheValuesNotTheProcess() throws IOException {
    assertThat(read("PATH=/nowhere\n")).isEqualTo(Map.of("PATH", "/nowhere"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"s3cret", "two words=s3cret", "TOKEN=\"s3cret", "TOKEN=\"s3\"cret\""})
  void aMalformedLineIsNamedAndNotShown(String line) {
    assertThatThrownBy(() -> read("INSTANCE=dev\n# note\n" + line + "\nDEFAULT_REGION=US\n"))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("settings, line 3")
        .hasMessageNotContaining("s3");
  }

  @Test
  void aMissingFileIsAMistake() {
    assertThatThrownBy(() -> EnvFile.read(directory.resolve("none")))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("none cannot be read");
  }

  private Map<String, String> read(String text) throws IOException {
    return EnvFile.read(Files.writeString(directory.resolve("settings"), text));
  }
}
