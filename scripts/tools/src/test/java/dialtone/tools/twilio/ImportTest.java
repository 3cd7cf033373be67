package dialtone.tools.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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
  void taskRouterAndStudioAreImportedWholeFromAllPages() throws IOException {
    callCentre();
    twilio.pageSize(2);

    Said imported = desk.run("import", "--stack", "dev", "--file", "imported.yml");

    assertThat(imported.err()).isEmpty();
    String yaml = Files.readString(root.resolve("imported.yml"));
    assertThat(yaml)
        .contains("path: taskrouter/v1/Workspaces")
        .contains("path: studio/v2/Flows")
        .contains("queue: ${sid:resources/taskrouter/v1/Workspaces/support/TaskQueues/sales}")
        .contains("ReservationActivitySid: ${sid:resources/taskrouter/v1/Workspaces/support/")
        .contains("url: ${dialplans/incoming}")
        .contains("next: null")
        .doesNotContain("WQ0")
        .doesNotContain("ActivitySid: WA")
        .doesNotContain("revision")
        .doesNotContain("a-secret-in-the-webhook-url");
    desk.environment.remove("DO_HOST");
    desk.environment.remove("DO_NAMESPACE");
    Said preview = desk.run("preview", "--stack", "dev", "--file", "imported.yml");
    assertThat(preview.err()).isEmpty();
    assertThat(preview.out()).contains("0 to add, 0 to change, 0 to remove, 18 unchanged");
  }

  @Test
  void anImportedFileMakesTheSameInAnEmptyAccount() throws IOException {
    callCentre();
    desk.run("import", "--stack", "dev", "--file", "imported.yml");
    desk.environment.remove("DO_HOST");
    desk.environment.remove("DO_NAMESPACE");
    String yaml = Files.readString(root.resolve("imported.yml"));
    assertThat(yaml).contains("phone_numbers:");
    desk.write(yaml.replaceFirst("(?s)phone_numbers:.*?(?=resources:)", ""));

    try (StandInTwilio empty = new StandInTwilio()) {
      empty.account(TwilioDesk.ACCOUNT, TwilioDesk.TOKEN);
      desk.environment.put("TWILIO_API_URL", empty.url());
      Said up = desk.run("up", "--stack", "dev", "--yes");
      assertThat(up.err()).isEmpty();
      assertThat(desk.run("preview", "--stack", "dev").code()).isZero();

      JsonObject before = twilio.one("studio/v2/Flows", "friendly_name", "flow 1");
      JsonObject after = empty.one("studio/v2/Flows", "friendly_name", "flow 1");
      assertThat(after.get("definition")).isEqualTo(before.get("definition"));
      JsonObject workspace = empty.one("taskrouter/v1/Workspaces", "friendly_name", "support");
      String parts = "taskrouter/v1/Workspaces/" + Live.sid(workspace) + "/";
      assertThat(Live.text(empty.all(parts + "Workflows").get(0), "configuration"))
          .contains(Live.sid(empty.one(parts + "TaskQueues", "friendly_name", "sales")));
      assertThat(empty.all(parts + "Activities")).hasSize(3);
      assertThat(empty.all(parts + "Workers")).hasSize(3);
    }
  }

  /** What the console's users made; the SIDs in it are this account's. */
  private void callCentre() {
    JsonObject workspace = twilio.add("taskrouter/v1/Workspaces");
    workspace.addProperty("friendly_name", "support");
    workspace.addProperty("events_filter", "task.created,task.canceled");
    workspace.addProperty("multi_task_enabled", true);
    workspace.addProperty("prioritize_queue_order", "FIFO");
    String parts = "taskrouter/v1/Workspaces/" + Live.sid(workspace) + "/";
    for (String name : new String[] {"Offline", "Available", "sales"}) {
      JsonObject activity = twilio.add(parts + "Activities");
      activity.addProperty("friendly_name", name);
      activity.addProperty("available", name.equals("Available"));
    }
    String offline = Live.sid(twilio.all(parts + "Activities").get(0));
    for (String name : new String[] {"sales", "help", "everyone"}) {
      JsonObject queue = twilio.add(parts + "TaskQueues");
      queue.addProperty("friendly_name", name);
      queue.addProperty("target_workers", "skill == \"" + name + "\"");
      queue.addProperty("max_reserved_workers", 3);
      queue.addProperty("task_order", "LIFO");
      queue.addProperty("reservation_activity_sid", offline);
      JsonObject worker = twilio.add(parts + "Workers");
      worker.addProperty("friendly_name", name);
      worker.addProperty("activity_sid", offline);
      worker.addProperty("attributes", "{\"skill\": \"" + name + "\", \"level\": 1.5}");
    }
    workspace.addProperty("default_activity_sid", offline);
    String sales = Live.sid(twilio.all(parts + "TaskQueues").get(0));
    JsonObject workflow = twilio.add(parts + "Workflows");
    workflow.addProperty("friendly_name", "by skill");
    workflow.addProperty("task_reservation_timeout", 120);
    workflow.addProperty(
        "configuration",
        "{\"task_routing\": {\"filters\": [{\"expression\": \"language IN ['en', 'de']\","
            + " \"targets\": [{\"queue\": \"%1$s\", \"priority\": 10}]}],".formatted(sales)
            + " \"default_filter\": {\"queue\": \"%1$s\"}}}".formatted(sales));
    for (int i = 1; i <= 4; i++) {
      JsonObject flow = twilio.add("studio/v2/Flows");
      flow.addProperty("friendly_name", "flow " + i);
      flow.addProperty("status", i == 2 ? "draft" : "published");
      flow.addProperty("revision", 7);
      flow.addProperty("webhook_url", "https://webhooks.twilio.com/a-secret-in-the-webhook-url");
      flow.add(
          "definition",
          JsonParser.parseString(
              """
              {"states": [
                {"name": "Trigger", "type": "trigger", "transitions": [
                  {"event": "incomingCall", "next": null}, {"next": "ask", "event": "x"}],
                 "properties": {"offset": {"x": 0, "y": -12.5}}},
                {"name": "ask", "type": "make-http-request", "transitions": [],
                 "properties": {"url": "https://faas.example.com/api/v1/web/fn-1111/dialplans/incoming",
                   "other": "https://faas.example.com/api/v1/web/fn-1111/not/ours",
                   "body": "costs ${5}, $${6}, ${ and {{flow.data.x}} \\"yes\\" on 2026-11-21"}}],
               "initial_state": "Trigger", "flags": {"allow_concurrent_calls": true},
               "description": "2026-11-21"}
              """));
    }
    twilio
        .one("studio/v2/Flows", "friendly_name", "flow 4")
        .addProperty("friendly_name", "support");
    twilio.add(TwilioDesk.LISTS + "Applications").addProperty("friendly_name", "100 ${percent}");
  }

  @Test
  void whatSharesItsNameIsLeftOutAndSaid() throws IOException {
    for (int i = 0; i < 2; i++) {
      twilio.add("studio/v2/Flows").addProperty("friendly_name", "twin");
      twilio.add(TwilioDesk.LISTS + "SIP/CredentialLists").addProperty("friendly_name", "phones");
    }
    JsonObject domain = twilio.add(TwilioDesk.LISTS + "SIP/Domains");
    domain.addProperty("domain_name", "my.sip.twilio.com");
    JsonObject mapped = twilio.all(TwilioDesk.LISTS + "SIP/CredentialLists").get(0);
    JsonObject mapping =
        twilio.add(
            TwilioDesk.LISTS
                + "SIP/Domains/"
                + Live.sid(domain)
                + "/Auth/Calls/CredentialListMappings");
    mapping.addProperty("sid", Live.sid(mapped));
    mapping.addProperty("friendly_name", "phones");

    Said imported = desk.run("import", "--stack", "dev", "--file", "imported.yml");

    assertThat(imported.out())
        .contains("Left out: Flows twin is there 2 times (FW")
        .contains("Left out: credential list phones is there 2 times (CL");
    assertThat(desk.run("preview", "--stack", "dev", "--file", "imported.yml").code()).isZero();
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
