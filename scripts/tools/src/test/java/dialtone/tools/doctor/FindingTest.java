package dialtone.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FindingTest {

  @Test
  void aRemedyOfSeveralLinesStaysBelowItsFinding() {
    assertThat(Finding.wrong("no JDK", "None of these:\n  a\nInstall one."))
        .hasToString(
            """
            WRONG   no JDK
                    None of these:
                      a
                    Install one.""");
  }
}
