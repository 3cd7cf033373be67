package dialtone.tools.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.twilio.TwilioDesk.Said;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class WatchTest {
  private static final String ONE =
      """
      stacks: {dev: {}, prod: {promoted: true}, mine: {promoted: true}}
      applications: [{friendly_name: a, voice_method: %s}]
      """;

  private final StandInTwilio twilio = new StandInTwilio();
  @TempDir private Path root;
  private TwilioDesk desk;

  @BeforeEach
  void sit() throws IOException {
    desk = new TwilioDesk(root, twilio);
    desk.write(ONE.formatted("POST"));
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void everySaveIsAppliedAndAMistakeInTheFileIsSaidAndWaitedOut() throws Exception {
    StringWriter out = new StringWriter();
    CompletableFuture<Said> watching =
        CompletableFuture.supplyAsync(
            () -> desk.type(out, "", "watch", "--stack", "dev", "--times", "3"));
    await(out, "made TwiML application a");

    save("applications: [", 1);
    await(out, "error: ");
    save(ONE.formatted("GET"), 2);

    assertThat(watching.get(30, TimeUnit.SECONDS).code()).isZero();
    assertThat(twilio.all(TwilioDesk.LISTS + "Applications"))
        .extracting(application -> Live.text(application, "voice_method"))
        .containsExactly("GET");
  }

  @Test
  void onlyDevStacksAreWatched() {
    for (String stack : new String[] {"prod", "mine"}) {
      Said watch = desk.run("watch", "--stack", stack, "--times", "1");
      assertThat(watch.code()).isEqualTo(1);
      assertThat(watch.err()).contains("dev stacks");
    }
    assertThat(twilio.writes()).isEmpty();
  }

  private void save(String text, int second) throws IOException {
    Path written = Files.writeString(root.resolve("new.yml"), text);
    Files.setLastModifiedTime(
        written, FileTime.fromMillis(System.currentTimeMillis() + 1000L * second));
    Files.move(written, desk.file(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private static void await(StringWriter out, String text) throws InterruptedException {
    while (!out.toString().contains(text)) {
      Thread.sleep(20);
    }
  }
}
