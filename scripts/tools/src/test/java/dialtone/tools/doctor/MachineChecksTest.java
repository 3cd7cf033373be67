package dialtone.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MachineChecksTest {

  @ParameterizedTest
  @CsvSource({
    "doctl version 1.93.1-release, true",
    "doctl version 1.166.0-release, true",
    "doctl version 2.0.0, true",
    "doctl version 1.93.0-release, false",
    "doctl version 1.92.9, false",
    "no version at all, false"
  })
  void aDoctlIsNewEnoughFromOnePointNinetyThreePointOne(String version, boolean newEnough) {
    assertThat(MachineChecks.isNewEnough(version)).isEqualTo(newEnough);
  }
}
