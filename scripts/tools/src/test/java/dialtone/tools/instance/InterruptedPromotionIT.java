package dialtone.tools.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.ShellCommand;
import dialtone.tools.twilio.Held;
import dialtone.tools.twilio.InstanceRecord;
import dialtone.tools.twilio.TwilioDesk.Said;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Promotions in a process of their own, which is sent signals in their middle. */
class InterruptedPromotionIT {
  private static final LocalInstances INSTANCES = new LocalInstances();
  private static InstanceRecord old;
  private static InstanceRecord candidate;

  @TempDir private Path root;
  private InstanceDesk desk;
  private FiveComponents components;

  @BeforeAll
  static void start() throws Exception {
    old = INSTANCES.start("old", Map.of());
    candidate = INSTANCES.start("release-2", Map.of());
  }

  @AfterAll
  static void stopInstances() {
    INSTANCES.close();
  }

  @BeforeEach
  void theOldInstanceIsProd() throws IOException {
    desk = new InstanceDesk(root);
    components = new FiveComponents(desk, old);
    desk.deployed(old);
    desk.deployed(candidate);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @ParameterizedTest
  @CsvSource({"INT, 130, change", "TERM, 143, change", "INT, 130, look"})
  void anInterruptedPromotionPutsEverythingBackAndSaysSo(String signal, int exitCode, String held)
      throws Exception {
    Map<String, String> before = components.urls();
    String request = held.equals("change") ? components.change("two") : components.look("two");

    try (Held second = desk.twilio.hold(request);
        ShellCommand promote = desk.start(Promote.class, "release-2", "--yes")) {
      second.await(promote);
      assertThat(components.urls()).isNotEqualTo(before);
      promote.signal(signal);
      promote.awaitOutput("Interrupted");
      second.release();

      assertThat(promote.exitCode()).isEqualTo(exitCode);
      assertThat(promote.output())
          .contains("put back SIP domain two.sip.twilio.com")
          .contains("put back SIP domain one.sip.twilio.com")
          .doesNotContain("changed SIP domain three")
          .endsWith("Everything was put back: the URLs are what they were before.\n");
    }
    assertThat(components.urls()).isEqualTo(before);
    assertThat(desk.history()).contains("\"action\":\"promote-failed\"");
  }

  @Test
  void anInterruptedRollbackPutsEverythingBackAndSaysSo() throws Exception {
    desk.promote("", "release-2", "--yes");
    Map<String, String> promoted = components.urls();

    try (Held second = desk.twilio.hold(components.change("two"));
        ShellCommand rollback = desk.start(Rollback.class, "--now", "--yes")) {
      second.await(rollback);
      rollback.interrupt();
      rollback.awaitOutput("Interrupted");
      second.release();

      assertThat(rollback.exitCode()).isEqualTo(130);
      assertThat(rollback.output()).contains("Everything was put back");
    }
    assertThat(components.urls()).isEqualTo(promoted);
  }

  @Test
  void ctrlCWhileThingsArePutBackDoesNotStopThat() throws Exception {
    Map<String, String> before = components.urls();
    desk.twilio.refuse(components.change("three"), 400, 1);

    try (Held second = desk.twilio.hold(components.change("three"));
        ShellCommand promote = desk.start(Promote.class, "release-2", "--yes")) {
      second.await(promote);
      try (Held back = desk.twilio.hold(components.look("three"))) {
        second.release();
        back.await(promote);
        promote.interrupt();
        promote.awaitOutput("Interrupted");
        promote.interrupt();
      }

      assertThat(promote.exitCode()).isEqualTo(130);
      assertThat(promote.output()).contains("status 400").contains("Everything was put back");
    }
    assertThat(components.urls()).isEqualTo(before);
  }

  @Test
  void afterAPromotionThatWasKilledTheNextOneSaysWhatIsWhereAndWhatToDo() throws Exception {
    try (Held second = desk.twilio.hold(components.look("two"));
        ShellCommand promote = desk.start(Promote.class, "release-2", "--yes")) {
      second.await(promote);
      promote.signal("KILL");
      assertThat(promote.exitCode()).isEqualTo(137);
    }

    Said dry = desk.promote("", "release-2", "--dry-run");
    assertThat(dry.out())
        .contains("A change was broken off")
        .contains("at " + candidate.base() + ": TwiML application four")
        .contains("at " + old.base() + ": SIP domain three.sip.twilio.com\n")
        .contains("prod now:     " + old.base() + ", old, commit")
        .contains("Going on brings them all to release-2");
    assertThat(desk.rollback("--yes", "--now").err())
        .contains("a change was broken off")
        .contains("scripts/promote");

    assertThat(desk.promote("", "release-2", "--yes").code()).isZero();
    assertThat(components.urls().values())
        .filteredOn(url -> url.startsWith(old.base()))
        .as("the fallback URLs")
        .hasSize(5);
    assertThat(desk.rollback("--yes", "--now").code()).isZero();
  }
}
