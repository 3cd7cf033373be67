package dialtone.tools.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariablesTest {
  @TempDir private Path root;

  @Test
  void theProcessWinsOverTheFileAndTheFileOverTheSample() throws IOException {
    Files.writeString(root.resolve(".env.sample"), "A=sample\nB=sample\nC=sample\n");
    Files.writeString(root.resolve(".env"), "A=file\nB=file\n");
    Variables variables = Variables.of(root, Optional.empty(), Map.of("A", "process"));
    assertThat(variables.get("A")).contains("process");
    assertThat(variables.get("B")).contains("file");
    assertThat(variables.get("C")).contains("sample");
    assertThat(variables.get("D")).isEmpty();
  }

  @Test
  void theFileThatIsNamedIsReadInsteadOfTheStandardOne() throws IOException {
    Files.writeString(root.resolve(".env"), "A=standard\nB=standard\n");
    Path other = Files.writeString(root.resolve("other"), "A=other\n");
    Variables variables = Variables.of(root, Optional.of(other), Map.of());
    assertThat(variables.get("A")).contains("other");
    assertThat(variables.get("B")).isEmpty();
  }

  @Test
  void aBlankOrALoneHyphenLeavesASettingOutAlthoughTheSampleHasIt() throws IOException {
    Files.writeString(root.resolve(".env.sample"), "A=sample\nB=sample\n");
    Files.writeString(root.resolve(".env"), "A=\nB=-\n");
    Variables variables = Variables.of(root, Optional.empty(), Map.of());
    assertThat(variables.get("A")).isEmpty();
    assertThat(variables.get("B")).isEmpty();
  }

  @Test
  void aFunctionGetsItsEnvironmentFilledIn() {
    Variables variables = Variables.of(root, Optional.empty(), Map.of("TOKEN", "a$1\\b"));
    ProjectFunction function =
        new ProjectFunction(
            "p",
            "f",
            "",
            Web.RAW,
            new Limits(Duration.ofSeconds(1), 128),
            Map.of("TWILIO_AUTH_TOKEN", "${TOKEN}", "PLAIN", "x", "URL", "https://${NONE}/"));
    assertThat(variables.of(function))
        .isEqualTo(Map.of("TWILIO_AUTH_TOKEN", "a$1\\b", "PLAIN", "x", "URL", "https:///"));
  }

  @Test
  void someSettingsCanBeReplaced() {
    Variables variables = Variables.of(root, Optional.empty(), Map.of("A", "a", "B", "b"));
    assertThat(variables.with(Map.of("A", "other")).get("A")).contains("other");
    assertThat(variables.with(Map.of("A", "other")).get("B")).contains("b");
  }
}
