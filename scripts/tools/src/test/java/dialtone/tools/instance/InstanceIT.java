package dialtone.tools.instance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dialtone.tools.twilio.InstanceRecord;
import dialtone.tools.twilio.TwilioDesk.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance's life, with a stand-in doctl, the stand-in account and a real instance here. */
class InstanceIT {
  private static final LocalInstances INSTANCES = new LocalInstances();
  private static InstanceRecord local;

  @TempDir private Path root;
  private InstanceDesk desk;

  @BeforeAll
  static void start() throws Exception {
    local = INSTANCES.start("feature-x", Map.of());
  }

  @AfterAll
  static void stopInstances() {
    INSTANCES.close();
  }

  @BeforeEach
  void sit() throws IOException {
    desk = new InstanceDesk(root);
  }

  @AfterEach
  void stop() {
    desk.close();
  }

  @Test
  void createMakesTheNamespaceConnectsByItsIdAndChecksThat() throws IOException {
    desk.namespace("twilio_feature", "https://faas.example.com", "fn-another");

    Said create = desk.instance("", "create", "feature-x", "--region", "lon1");

    assertThat(create.err()).isEmpty();
    assertThat(create.code()).isZero();
    assertThat(desk.doctl())
        .containsExactly(
            "serverless namespaces list --output json",
            "serverless namespaces create --label twilio_feature-x --region lon1 --no-connect",
            "serverless namespaces list --output json",
            "serverless connect fn-new-twilio_feature-x",
            "serverless status");
    assertThat(create.out())
        .contains("$ doctl serverless connect fn-new-twilio_feature-x")
        .contains("fn-new-twilio_feature-x on https://faas-nyc1-new.doserverless.co, as asked")
        .doesNotContain("a-secret-key");
    assertThat(desk.instance("", "create", "feature-x").err()).contains("is there already");
  }

  @Test
  void ifDoctlIsConnectedElsewhereNothingIsDeployed() throws IOException {
    desk.namespace("twilio_prod", "https://prod.example.com", "fn-prod");
    desk.namespace("twilio_feature-x", local.host(), local.namespace());
    desk.environment.put("CONNECT_ELSEWHERE", "twilio_prod");

    Said deploy = desk.instance("", "deploy", "feature-x");

    assertThat(deploy.code()).isEqualTo(1);
    assertThat(deploy.err()).contains("connected to fn-prod on https://prod.example.co, not to");
    assertThat(desk.doctl()).noneMatch(command -> command.contains("deploy"));
  }

  @Test
  void deployHandsTheSettingsOverInTheEnvironmentSmokeTestsAndTellsTheUrls() throws IOException {
    desk.namespace("twilio_feature-x", local.host(), local.namespace());
    desk.smokeForReal();

    Said deploy = desk.instance("", "deploy", "feature-x");

    assertThat(deploy.err()).isEmpty();
    assertThat(deploy.code()).isZero();
    assertThat(Files.readAllLines(root.resolve("doctl-state/.deployed")))
        .contains(
            "INSTANCE=feature-x", "TWILIO_AUTH_TOKEN=" + InstanceDesk.TOKEN, "AWS_TOPIC_ARN=-");
    assertThat(desk.doctl()).allMatch(command -> !command.contains(InstanceDesk.TOKEN));
    assertThat(deploy.out())
        .doesNotContain(InstanceDesk.TOKEN)
        .contains("Smoke: ")
        .contains(local.base() + "/dialplans/outgoing")
        .contains(local.base() + "/ops/version");
    assertThat(InstanceRecord.read(root, "feature-x")).contains(local);
    assertThat(desk.history()).contains("\"action\":\"deploy\"");
  }

  @Test
  void aFailedDeploymentIsAnErrorAndNoInstance() throws IOException {
    desk.namespace("twilio_feature-x", local.host(), local.namespace());
    desk.environment.put("DEPLOY_FAILS", "1");

    Said deploy = desk.instance("", "deploy", "feature-x");

    assertThat(deploy.code()).isEqualTo(1);
    assertThat(deploy.err()).contains("doctl serverless deploy . failed, exit code 1");
    assertThat(InstanceRecord.read(root, "feature-x")).isEmpty();
  }

  @Test
  void aPromotedInstanceIsNotReplacedInPlace() throws IOException {
    desk.namespace("twilio_feature-x", local.host(), local.namespace());
    component("voice_fallback_url", local.base() + "/dialplans/outgoing?instance=prod");

    Said deploy = desk.instance("", "deploy", "feature-x");

    assertThat(deploy.code()).isEqualTo(1);
    assertThat(deploy.err()).contains("nothing is replaced in place").contains("my.sip.twilio.com");
    assertThat(desk.doctl()).noneMatch(command -> command.contains("deploy"));
  }

  @Test
  void listShowsWhatEachNamespaceAnswersAndWhoNamesIt() throws IOException {
    desk.namespace("twilio_feature-x", local.host(), local.namespace());
    desk.namespace("somebody", "https://faas.example.com", "fn-somebody");
    component("voice_url", local.base() + "/dialplans/outgoing");

    Said list = desk.instance("", "list");

    assertThat(list.code()).isZero();
    assertThat(list.out())
        .contains("answers as feature-x, commit ")
        .contains("ops/version")
        .contains("SIP domain my.sip.twilio.com (VoiceUrl ")
        .contains("(not ours)")
        .contains("DO_HOST=https://faas.example.co DO_NAMESPACE=fn-somebody")
        .doesNotContain("a-secret-key");
  }

  @Test
  void deleteIsRefusedWhileAnyComponentNamesTheInstanceInAnyUrl() throws IOException {
    desk.namespace("twilio_feature-x", local.host(), local.namespace());
    JsonObject domain = component("domain_name", "my.sip.twilio.com");
    for (String property :
        List.of("voice_url", "voice_fallback_url", "voice_status_callback_url")) {
      domain.addProperty(property, local.base() + "/dialplans/dial_status?instance=prod");

      Said delete = desk.instance("twilio_feature-x\n", "delete", "feature-x");

      assertThat(delete.code()).isEqualTo(1);
      assertThat(delete.err()).contains("twilio_feature-x stays").contains("my.sip.twilio.com");
      domain.addProperty(property, "");
    }
    assertThat(desk.doctl()).noneMatch(command -> command.contains("delete"));

    Said delete = desk.instance("twilio_feature-x\n", "delete", "feature-x");
    assertThat(delete.err()).isEmpty();
    assertThat(delete.code()).isZero();
    assertThat(desk.doctl()).contains("serverless namespaces delete local --force");
  }

  @Test
  void deleteIsRefusedIfItIsNotKnownWhoNamesTheInstance() throws IOException {
    desk.namespace("twilio_feature-x", local.host(), local.namespace());
    desk.environment.put("TWILIO_STAGE_ACCOUNT_SID", "AC" + "d".repeat(32));

    Said delete = desk.instance("twilio_feature-x\n", "delete", "feature-x");

    assertThat(delete.code()).isEqualTo(1);
    assertThat(delete.err()).contains("TWILIO_STAGE_ACCOUNT_SID");
    assertThat(desk.doctl()).noneMatch(command -> command.contains("delete"));
  }

  @Test
  void nothingIsDeletedUnlessTheLabelIsTyped() throws IOException {
    desk.namespace("twilio_feature-x", local.host(), local.namespace());

    assertThat(desk.instance("feature-x\n", "delete", "feature-x").code()).isEqualTo(1);
    assertThat(desk.doctl()).noneMatch(command -> command.contains("delete"));
  }

  @Test
  void withoutDoctlItIsSaidWhatToInstall() {
    desk.environment.put("PATH", root.resolve("empty").toString());

    Said list = desk.instance("", "list");

    assertThat(list.code()).isEqualTo(1);
    assertThat(list.err()).contains("doctl is not on the PATH");
  }

  private JsonObject component(String property, String value) {
    JsonObject domain = desk.twilio.add(InstanceDesk.LISTS + "SIP/Domains");
    domain.addProperty("domain_name", "my.sip.twilio.com");
    domain.addProperty(property, value);
    return domain;
  }
}
