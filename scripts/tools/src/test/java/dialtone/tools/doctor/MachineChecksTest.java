package dialtone.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineChecksTest {

  @ParameterizedTest
  @CsvSource({
    "doctl version 1.139.0-release, true",
    "doctl version 1.166.0-release, true",
    "doctl version 2.0.0, true",
    "doctl version 1.138.0-release, false",
    "doctl version 1.93.1, false",
    "no version at all, false"
  })
  void aDoctlIsNewEnoughFromOnePointOneHundredAndThirtyNine(String version, boolean newEnough) {
    assertThat(MachineChecks.isNewEnough(version)).isEqualTo(newEnough);
  }

  @Test
  void theHostsKindsAreThoseWithAVersion() {
    String status =
        """
        Connected to functions namespace 'fn-1' on API host 'https://faas.example.co' (label=a)
        Serverless software version is 5.0.22

        Supported Languages:
        go:
          Keywords: go, golang
          Runtime versions:
            go:1.17 (deprecated)
            go:1.20 (go:default)
        python:
          Keywords: python, py
          Runtime versions:
            python:3.11 (python:default)
        """;
    assertThat(MachineChecks.kinds(status)).containsExactly("go:1.17", "go:1.20", "python:3.11");
  }
}
