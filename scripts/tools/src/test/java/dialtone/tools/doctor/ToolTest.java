package dialtone.tools.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ToolTest {

  @Test
  void coloursAreLeftOut() throws InterruptedException {
    Tool tool =
        Tool.run(Path.of("."), "printf", "\\033[1mApache Maven 3.8.7\\033[m\\n").orElseThrow();

    assertThat(tool.firstLine()).isEqualTo("Apache Maven 3.8.7");
  }

  @Test
  void aProgramThatIsNotThereIsToldApartFromOneThatFails() throws InterruptedException {
    assertThat(Tool.run(Path.of("."), "no-such-program")).isEmpty();
    assertThat(Tool.run(Path.of("."), "false").orElseThrow().succeeded()).isFalse();
  }
}
