package dialtone.tools.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.twilio.TwilioDesk.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {
  private final StandInTwilio twilio = new StandInTwilio();
  @TempDir private Path root;
  private TwilioDesk desk;

  @BeforeEach
  void makeTheStack() throws IOException {
    desk = new TwilioDesk(root, twilio);
    twilio.own(TwilioDesk.ACCOUNT, "+15035550101");
    twilio.own(TwilioDesk.ACCOUNT, "+15035550100");
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void whatIsImportedIsWhatIsLive() throws IOException {
    desk.run("up", "--stack", "dev", "--yes");

    Said imported = desk.run("import", "--stack", "dev", "--file", "imported.yml");

    assertThat(imported.err()).isEmpty();
    String yaml = Files.readString(root.resolve("imported.yml"));
    assertThat(yaml)
        .contains("voice_url: ${dialplans/outgoing}")
        .contains("voice_application: dialtone-dev")
        .contains("- alice")
        .contains("DO_NAMESPACE: fn-1111")
        .doesNotContain("assword");
    desk.environment.remove("DO_HOST");
    desk.environment.remove("DO_NAMESPACE");
    Said preview = desk.run("preview", "--stack", "dev", "--file", "imported.yml");
    assertThat(preview.err()).isEmpty();
    assertThat(preview.code()).isZero();
  }

  @Test
  void aFileThatIsThereIsNotWrittenOver() throws IOException {
    String before = Files.readString(desk.file());

    Said imported = desk.run("import", "--stack", "dev");

    assertThat(imported.code()).isEqualTo(1);
    assertThat(imported.err()).contains("--force");
    assertThat(Files.readString(desk.file())).isEqualTo(before);
  }

  @Test
  void refreshShowsWhatIsLiveAndChangesNothing() {
    desk.run("up", "--stack", "dev", "--yes");
    twilio
        .all(TwilioDesk.LISTS + "Applications")
        .get(0)
        .addProperty("voice_url", "https://drifted.example.com/");
    twilio.seen();

    Said refresh = desk.run("refresh", "--stack", "dev");

    assertThat(refresh.code()).isZero();
    assertThat(refresh.out()).contains("VoiceUrl https://drifted.example.com/");
    assertThat(twilio.writes()).isEmpty();
  }
}
