package dialtone.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.project.Variables;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingChecksTest {
  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(strings = {"AWS_TOPIC_ARN", "EXTENSIONS_TABLE", "CALLS_TABLE"})
  void whateverUsesAwsAsksForItsKey(String setting) {
    assertThat(findings(Map.of(setting, "dialtone")))
        .anyMatch(finding -> finding.contains("AWS_ACCESS_KEY_ID is not set"))
        .noneMatch(finding -> finding.contains("AWS is not used"));
  }

  @Test
  void withoutAnyOfThemAwsIsNotUsed() {
    assertThat(findings(Map.of("CALLS_TABLE", "-")))
        .contains("ok      AWS is not used: no AWS_TOPIC_ARN, no EXTENSIONS_TABLE, no CALLS_TABLE")
        .noneMatch(finding -> finding.contains("AWS_ACCESS_KEY_ID"));
  }

  private List<String> findings(Map<String, String> settings) {
    return new SettingChecks(root, new Variables(List.of(settings)))
        .findings().stream().map(Finding::toString).toList();
  }
}
