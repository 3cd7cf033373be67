package dialtone.tools.actionloop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ActionProcessTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path directory;

  /** A JVM that makes its start cache takes its time after its input has ended. */
  @Test
  void aProgramThatTakesLongToEndIsWaitedForAsLongAsItIsGiven() {
    try (ActionProcess process = start("cat; sleep 6; exit 3")) {
      assertThat(process.end(PATIENCE)).isEqualTo(3);
    }
  }

  @Test
  void aProgramThatDoesNotEndInTimeIsKilled() {
    try (ActionProcess process = start("cat; sleep 600")) {
      assertThatThrownBy(() -> process.end(Duration.ofMillis(10)))
          .isInstanceOf(HostException.class)
          .hasMessage("the action did not end within 10 ms of its input");
    }
  }

  private ActionProcess start(String script) {
    return ActionProcess.start(
        List.of("/bin/sh", "-c", script), directory, Map.of("PATH", System.getenv("PATH")));
  }
}
