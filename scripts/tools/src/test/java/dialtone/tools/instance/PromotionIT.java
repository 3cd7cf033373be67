package dialtone.tools.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dialtone.tools.StandInServer;
import dialtone.tools.twilio.InstanceRecord;
import dialtone.tools.twilio.TwilioDesk.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Promotion and the way back, with the stand-in account and two instances on this machine. */
class PromotionIT {
  private static final LocalInstances INSTANCES = new LocalInstances();
  private static InstanceRecord old;
  private static InstanceRecord candidate;
  private static InstanceRecord broken;
  private static InstanceRecord stranger;

  @TempDir private Path root;
  private InstanceDesk desk;
  private FiveComponents components;

  @BeforeAll
  static void start() throws Exception {
    old = INSTANCES.start("old", Map.of());
    candidate = INSTANCES.start("release-2", Map.of());
    broken = INSTANCES.start("broken", Map.of("TIME_LIMIT_SECONDS", "soon"));
    stranger = INSTANCES.start("stranger", Map.of("TWILIO_AUTH_TOKEN", "another-account-s"));
  }

  @AfterAll
  static void stopInstances() {
    INSTANCES.close();
  }

  @BeforeEach
  void theOldInstanceIsProd() throws IOException {
    desk = new InstanceDesk(root);
    List.of(old, candidate, broken, stranger).forEach(desk::deployed);
    components = new FiveComponents(desk, old);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void promotionPointsEveryComponentAtTheCandidateWithTheOldOneAsFallback() throws IOException {
    desk.smokeForReal();

    Said promote = desk.promote("", "release-2", "--yes");

    assertThat(promote.err()).isEmpty();
    assertThat(promote.code()).isZero();
    assertThat(promote.out())
        .contains("prod now:     " + old.base())
        .contains("prod will be: " + candidate.base())
        .contains("Smoke: ")
        .contains(candidate.base() + " answers as prod");
    for (String list : FiveComponents.LISTS) {
      for (JsonObject component : desk.twilio.all(InstanceDesk.LISTS + list)) {
        String function = list.equals("Applications") ? "incoming" : "outgoing";
        assertThat(text(component, "voice_url"))
            .isEqualTo(candidate.base() + "/dialplans/" + function + "?instance=prod");
        assertThat(text(component, "voice_fallback_url"))
            .isEqualTo(old.base() + "/dialplans/" + function + "?instance=prod");
      }
    }
    assertThat(
            text(
                desk.twilio.one(
                    InstanceDesk.LISTS + "SIP/Domains", "domain_name", "one.sip.twilio.com"),
                "voice_status_callback_url"))
        .isEqualTo(candidate.base() + "/dialplans/dial_status?instance=prod");
    assertThat(desk.history()).contains("\"action\":\"promote\"").contains("release-2");
    assertThat(Files.readString(root.resolve("acceptance.log")))
        .isEqualTo("acceptance --url " + candidate.base() + " --instance prod\n");
    assertThat(desk.promote("", "release-2", "--yes").out()).contains("nothing to do");
  }

  @Test
  void ifTheThirdOfFiveFailsTheFirstTwoGoBack() throws IOException {
    Map<String, String> before = components.urls();
    desk.twilio.refuse(components.change("three"), 400, 1);

    Said promote = desk.promote("", "release-2", "--yes");

    assertThat(promote.code()).isEqualTo(1);
    assertThat(promote.err()).contains("status 400").contains("Everything was put back");
    assertThat(promote.out())
        .contains("put back SIP domain two.sip.twilio.com")
        .contains("put back SIP domain one.sip.twilio.com");
    assertThat(components.urls()).isEqualTo(before);
    assertThat(desk.history()).contains("\"action\":\"promote-failed\"");
  }

  @Test
  void aChangeThatWasMadeAlthoughItsAnswerWasAnErrorGoesBackToo() {
    Map<String, String> before = components.urls();
    desk.twilio.answerBadly("POST .*/Applications/.*", 400);

    Said promote = desk.promote("", "release-2", "--yes");

    assertThat(promote.code()).isEqualTo(1);
    assertThat(promote.err()).contains("Everything was put back");
    assertThat(components.urls()).isEqualTo(before);
  }

  @Test
  void aChangeThatTwilioTookAndDidNotMakeIsFoundAndEverythingGoesBack() {
    Map<String, String> before = components.urls();
    desk.twilio.forget(components.change("three"), 1);

    Said promote = desk.promote("", "release-2", "--yes");

    assertThat(promote.code()).isEqualTo(1);
    assertThat(promote.err())
        .contains("SIP domain three.sip.twilio.com: Voice")
        .contains("was set to")
        .contains("Everything was put back");
    assertThat(components.urls()).isEqualTo(before);
  }

  @Test
  void puttingBackIsReadBackToo() {
    desk.twilio.refuse(components.change("three"), 400, 1);
    desk.twilio.forget(components.change("two"), 2);

    Said promote = desk.promote("", "release-2", "--yes");

    assertThat(promote.err())
        .contains("NOT everything could be put back")
        .contains("SIP domain two.sip.twilio.com: set")
        .doesNotContain("SIP domain one.sip.twilio.com: set");
  }

  @Test
  void anInstanceThatIsDeployedAgainMeanwhileIsNotProd() {
    Map<String, String> before = components.urls();
    AtomicReference<String> commit = new AtomicReference<>("first");
    Said promote;
    try (StandInServer changing =
        StandInServer.start(
            routes -> {
              routes.get(
                  "/api/v1/web/local/ops/version",
                  context ->
                      context.result(
                          "{\"instance\": \"prod\", \"commit\": \"%s\"}".formatted(commit.get())));
              routes.post(
                  "/api/v1/web/local/dialplans/<function>",
                  context -> {
                    commit.set("second");
                    context.result("<Response/>");
                  });
            })) {
      desk.deployed(new InstanceRecord("changing", changing.url(), "local"));

      promote = desk.promote("", "changing", "--yes");
    }

    assertThat(promote.err())
        .contains("answers as prod from commit second: expected prod from first")
        .contains("Everything was put back");
    assertThat(components.urls()).isEqualTo(before);
  }

  @Test
  void whatCannotBePutBackIsSaidWithTheUrlsToSet() {
    desk.twilio.refuse(components.change("three"), 400, 2);

    Said promote = desk.promote("", "release-2", "--yes");

    assertThat(promote.err())
        .contains("NOT everything could be put back")
        .contains(
            "SIP domain three.sip.twilio.com: set VoiceFallbackUrl to nothing, VoiceUrl to "
                + old.base()
                + "/dialplans/outgoing?instance=prod (");
  }

  @Test
  void anInstanceThatDoesNotBelieveTheAccountsSignatureIsNotPromoted() {
    Map<String, String> before = components.urls();

    Said promote = desk.promote("", "stranger", "--yes");

    assertThat(promote.code()).isEqualTo(1);
    assertThat(promote.err()).contains("answers 403").contains("TWILIO_AUTH_TOKEN");
    assertThat(components.urls()).isEqualTo(before);
  }

  @Test
  void anInstanceWithAMalformedSettingIsNotPromoted() {
    Map<String, String> before = components.urls();

    desk.smokeForReal();

    Said promote = desk.promote("", "broken", "--yes");

    assertThat(promote.code()).isEqualTo(1);
    assertThat(promote.err()).contains("exit code 1");
    assertThat(components.urls()).isEqualTo(before);
  }

  @Test
  void whatAnswersAsProdIsCheckedThroughItsPublicUrlAndElseEverythingGoesBack() {
    Map<String, String> before = components.urls();

    Said promote = desk.promote("", "broken", "--yes");

    assertThat(promote.code()).isEqualTo(1);
    assertThat(promote.err()).contains("is not set up").contains("Everything was put back");
    assertThat(components.urls()).isEqualTo(before);
  }

  @Test
  void nothingIsPromotedIfTheAcceptanceTestFailsOrIsNotThere() throws IOException {
    Map<String, String> before = components.urls();

    desk.acceptanceIs("exit 1");
    assertThat(desk.promote("", "release-2", "--yes").err())
        .contains("scripts/acceptance --url " + candidate.base() + " --instance prod")
        .contains(" failed, exit code 1");
    Files.delete(root.resolve("scripts/acceptance"));
    assertThat(desk.promote("", "release-2", "--yes").err())
        .contains("scripts/acceptance is not there, and nothing is done without it");

    assertThat(components.urls()).isEqualTo(before);
  }

  @Test
  void aDryRunChecksAndChangesNothing() throws IOException {
    Map<String, String> before = components.urls();
    desk.twilio.seen();

    Said dry = desk.promote("", "release-2", "--dry-run");

    assertThat(dry.code()).isZero();
    assertThat(dry.out()).contains("VoiceUrl " + old.base()).contains("nothing was changed");
    assertThat(desk.twilio.writes()).isEmpty();
    assertThat(components.urls()).isEqualTo(before);
    assertThat(desk.history()).isEmpty();
  }

  @Test
  void nothingIsPromotedUnlessThePersonAgrees() {
    assertThat(desk.promote("no\n", "release-2").code()).isEqualTo(1);
    assertThat(desk.twilio.writes()).isEmpty();
  }

  @Test
  void rollbackSwapsVoiceAndFallbackUrlsAndTwiceIsUndone() throws IOException {
    desk.promote("", "release-2", "--yes");
    Map<String, String> promoted = components.urls();

    Said rollback = desk.rollback("--yes");

    assertThat(rollback.err()).isEmpty();
    assertThat(rollback.code()).isZero();
    assertThat(rollback.out()).contains(old.base() + " answers as prod");
    for (String list : FiveComponents.LISTS) {
      for (JsonObject component : desk.twilio.all(InstanceDesk.LISTS + list)) {
        assertThat(text(component, "voice_url")).startsWith(old.base() + "/");
        assertThat(text(component, "voice_fallback_url")).startsWith(candidate.base() + "/");
      }
    }
    assertThat(
            text(
                desk.twilio.one(
                    InstanceDesk.LISTS + "SIP/Domains", "domain_name", "one.sip.twilio.com"),
                "voice_status_callback_url"))
        .startsWith(old.base() + "/");
    assertThat(desk.history()).contains("\"action\":\"rollback\"");

    assertThat(desk.rollback("--yes", "--now").code()).isZero();
    assertThat(components.urls()).isEqualTo(promoted);
  }

  @Test
  void aRollbackThatFailsPutsEverythingBack() {
    desk.promote("", "release-2", "--yes");
    Map<String, String> promoted = components.urls();
    desk.twilio.refuse("POST .*/Applications/.*", 400, 1);

    Said rollback = desk.rollback("--yes", "--now");

    assertThat(rollback.code()).isEqualTo(1);
    assertThat(rollback.err()).contains("Everything was put back");
    assertThat(components.urls()).isEqualTo(promoted);
  }

  @Test
  void withoutAWayBackNothingIsRolledBack() {
    Said rollback = desk.rollback("--yes");

    assertThat(rollback.code()).isEqualTo(1);
    assertThat(rollback.err()).contains("has no fallback URL at an instance");
    assertThat(desk.twilio.writes()).isEmpty();
  }

  private static String text(JsonObject record, String property) {
    return record.get(property).isJsonNull() ? "" : record.get(property).getAsString();
  }
}
