package dialtone.tools.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dialtone.tools.twilio.TwilioDesk.Said;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UpTest {
  private final StandInTwilio twilio = new StandInTwilio();
  @TempDir private Path root;
  private TwilioDesk desk;

  @BeforeEach
  void ownANumber() throws IOException {
    desk = new TwilioDesk(root, twilio);
    twilio.own(TwilioDesk.ACCOUNT, "+15035550101");
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void fromAnEmptyAccountUpMakesEverythingInTheSampleFile() {
    Said up = desk.run("up", "--stack", "dev", "--yes");

    assertThat(up.err()).isEmpty();
    assertThat(up.code()).isZero();
    JsonObject domain =
        twilio.one(TwilioDesk.LISTS + "SIP/Domains", "domain_name", "example-dev.sip.twilio.com");
    assertThat(domain.get("voice_url").getAsString())
        .isEqualTo("https://faas.example.com/api/v1/web/fn-1111/dialplans/outgoing");
    assertThat(domain.get("sip_registration").getAsBoolean()).isTrue();
    String domainLists = TwilioDesk.LISTS + "SIP/Domains/" + Live.sid(domain) + "/Auth/";
    JsonObject users =
        twilio.one(TwilioDesk.LISTS + "SIP/CredentialLists", "friendly_name", "dialtone-dev");
    assertThat(twilio.all(domainLists + "Calls/CredentialListMappings"))
        .extracting(Live::sid)
        .containsExactly(Live.sid(users));
    assertThat(twilio.all(domainLists + "Registrations/CredentialListMappings"))
        .extracting(Live::sid)
        .containsExactly(Live.sid(users));
    assertThat(twilio.all(domainLists + "Calls/IpAccessControlListMappings")).hasSize(1);
    assertThat(
            twilio.all(
                TwilioDesk.LISTS + "SIP/CredentialLists/" + Live.sid(users) + "/Credentials"))
        .extracting(user -> Live.text(user, "username"))
        .containsExactlyInAnyOrder("alice", "bob", "lobby");
    JsonObject application =
        twilio.one(TwilioDesk.LISTS + "Applications", "friendly_name", "dialtone-dev");
    JsonObject number =
        twilio.one(TwilioDesk.LISTS + "IncomingPhoneNumbers", "phone_number", "+15035550101");
    assertThat(Live.text(number, "voice_application_sid")).isEqualTo(Live.sid(application));
    JsonObject workspace = twilio.one("taskrouter/v1/Workspaces", "friendly_name", "dialtone-dev");
    String inWorkspace = "taskrouter/v1/Workspaces/" + Live.sid(workspace) + "/";
    assertThat(Live.text(twilio.all(inWorkspace + "Workflows").get(0), "configuration"))
        .contains(Live.sid(twilio.all(inWorkspace + "TaskQueues").get(0)));
    assertThat(twilio.all("studio/v2/Flows").get(0).get("definition").isJsonObject()).isTrue();
  }

  @Test
  void theSecondUpChangesNothing() {
    desk.run("up", "--stack", "dev", "--yes");
    twilio.writes();

    Said again = desk.run("up", "--stack", "dev", "--yes");

    assertThat(again.code()).isZero();
    assertThat(again.out()).contains("0 to add, 0 to change, 0 to remove");
    assertThat(twilio.writes()).isEmpty();
  }

  @Test
  void previewShowsAChangeMadeBehindItsBackAndUpMendsIt() {
    desk.run("up", "--stack", "dev", "--yes");
    JsonObject domain = twilio.all(TwilioDesk.LISTS + "SIP/Domains").get(0);
    domain.addProperty("voice_url", "https://elsewhere.example.com/");
    domain.addProperty("voice_fallback_url", "https://left.alone.example.com/");

    Said preview = desk.run("preview", "--stack", "dev");
    assertThat(preview.code()).isEqualTo(2);
    assertThat(preview.out())
        .contains("~ SIP domain example-dev.sip.twilio.com")
        .contains(
            """
                VoiceUrl https://elsewhere.example.com/
                       → https://faas.example.com/api/v1/web/fn-1111/dialplans/outgoing
            """);

    Said up = desk.run("up", "--stack", "dev", "--yes");
    assertThat(up.code()).isZero();
    assertThat(Live.text(domain, "voice_url"))
        .isEqualTo("https://faas.example.com/api/v1/web/fn-1111/dialplans/outgoing");
    assertThat(Live.text(domain, "voice_fallback_url"))
        .isEqualTo("https://left.alone.example.com/");
    assertThat(desk.run("preview", "--stack", "dev").code()).isZero();
  }

  @Test
  void anUpdateSendsOnlyWhatDiffers() {
    desk.run("up", "--stack", "dev", "--yes");
    twilio.all(TwilioDesk.LISTS + "SIP/Domains").get(0).addProperty("voice_method", "GET");
    twilio.seen();

    desk.run("up", "--stack", "dev", "--yes");

    assertThat(twilio.writes())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.form())
                    .containsOnly(java.util.Map.entry("VoiceMethod", "POST")));
  }

  @Test
  void aStudioFlowWhoseDefinitionTheListLeavesOutIsComparedAndChanged() {
    desk.run("up", "--stack", "dev", "--yes");
    assertThat(desk.run("preview", "--stack", "dev").code()).isZero();
    JsonObject flow = twilio.all("studio/v2/Flows").get(0);
    flow.getAsJsonObject("definition").addProperty("description", "changed in the console");
    twilio.seen();

    assertThat(desk.run("preview", "--stack", "dev").out())
        .contains(
            """
            ~ Flows dialtone-dev-closed
                Definition.description "changed in the console" → "What callers hear while nobody is there"

            """);
    Said up = desk.run("up", "--stack", "dev", "--yes");

    assertThat(up.err()).isEmpty();
    assertThat(flow.getAsJsonObject("definition").get("description").getAsString())
        .isEqualTo("What callers hear while nobody is there");
  }

  @Test
  void whatTwilioTookAndDidNotDoIsAnErrorOfReadingBack() {
    twilio.forget("POST .*/Applications.json", 1);
    Said up = desk.run("up", "--stack", "dev", "--yes");
    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err())
        .contains("TwiML application dialtone-dev was changed, but Twilio does not tell so")
        .contains("it is not there");

    assertThat(desk.run("up", "--stack", "dev", "--yes").code()).isZero();
    twilio.all(TwilioDesk.LISTS + "Applications").get(0).addProperty("voice_method", "GET");
    twilio.forget("POST .*/Applications/.*", 1);
    assertThat(desk.run("up", "--stack", "dev", "--yes").err()).contains("VoiceMethod GET → POST");
  }

  @Test
  void aUserAddedInTheConsoleIsTakenOutOfAListThatTheFileDescribesWhole() {
    desk.run("up", "--stack", "dev", "--yes");
    String credentials =
        TwilioDesk.LISTS
            + "SIP/CredentialLists/"
            + Live.sid(twilio.all(TwilioDesk.LISTS + "SIP/CredentialLists").get(0))
            + "/Credentials";
    twilio.add(credentials).addProperty("username", "mallory");

    assertThat(desk.run("preview", "--stack", "dev").out())
        .contains("- credential mallory of credential list dialtone-dev");
    desk.run("up", "--stack", "dev", "--yes");

    assertThat(twilio.all(credentials))
        .extracting(user -> Live.text(user, "username"))
        .containsExactlyInAnyOrder("alice", "bob", "lobby");
  }

  @Test
  void nothingIsChangedUnlessThePersonAgrees() {
    int before = twilio.size();

    Said no = desk.type("n\n", "up", "--stack", "dev");
    assertThat(no.code()).isEqualTo(1);
    assertThat(no.out()).contains("Nothing was changed.");
    assertThat(desk.run("up", "--stack", "dev").code()).isEqualTo(1);
    assertThat(twilio.writes()).isEmpty();
    assertThat(twilio.size()).isEqualTo(before);

    assertThat(desk.type("y\n", "up", "--stack", "dev").code()).isZero();
    assertThat(twilio.size()).isGreaterThan(before);
  }

  @Test
  void aNumberThatTheAccountDoesNotOwnIsNeverBought() {
    desk.environment.put("NUMBER", "+15035559999");

    Said up = desk.run("up", "--stack", "other", "--yes");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err()).contains("+15035559999").contains("never bought");
    assertThat(twilio.writes()).isEmpty();
  }

  @Test
  void everyChangeIsALineOfHistoryWithoutSecrets() throws IOException {
    desk.environment.put("SIP_PASSWORD_ALICE", "Correct1Horse2Battery");
    Said up = desk.run("up", "--stack", "dev", "--yes");
    int made = twilio.size() - 1;

    assertThat(desk.history().lines().filter(line -> line.contains("\"create\""))).hasSize(made);
    assertThat(desk.history())
        .contains("\"who\":")
        .contains("\"commit\":")
        .contains("\"Password\":\"•••\"")
        .doesNotContain("Correct1Horse2Battery")
        .doesNotContain(TwilioDesk.TOKEN);
    assertThat(up.out()).doesNotContain("Correct1Horse2Battery").doesNotContain(TwilioDesk.TOKEN);
  }
}
