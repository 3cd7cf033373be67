package dialtone.tools.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.ShellCommand;
import dialtone.tools.twilio.TwilioDesk.Said;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailureTest {
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
  void everyPageOfAListIsRead() {
    twilio.pageSize(2);
    for (int i = 0; i < 7; i++) {
      twilio.add(TwilioDesk.LISTS + "Applications").addProperty("friendly_name", "other " + i);
      twilio.add("taskrouter/v1/Workspaces").addProperty("friendly_name", "other " + i);
    }
    desk.run("up", "--stack", "dev", "--yes");
    twilio.seen();

    assertThat(desk.run("preview", "--stack", "dev").code()).isZero();

    assertThat(twilio.seen())
        .filteredOn(request -> request.path().endsWith("/Workspaces"))
        .hasSize(4);
  }

  @Test
  void tooManyRequestsAndServerErrorsAreTriedAgain() {
    twilio.refuse("GET .*/Applications.json", 429, 2);
    twilio.refuse("GET .*/SIP/Domains.json", 503, 2);
    twilio.refuse("POST .*/SIP/CredentialLists.json", 429, 1);

    Said up = desk.run("up", "--stack", "dev", "--yes");

    assertThat(up.err()).isEmpty();
    assertThat(up.code()).isZero();
    assertThat(desk.run("preview", "--stack", "dev").code()).isZero();
  }

  @Test
  void aServerThatGoesOnFailingIsGivenUp() {
    twilio.refuse("GET .*/Applications.json", 503, 99);

    Said preview = desk.run("preview", "--stack", "dev");

    assertThat(preview.code()).isEqualTo(1);
    assertThat(preview.err()).contains("Applications").contains("status 503");
    assertThat(twilio.seen())
        .filteredOn(request -> request.path().endsWith("/Applications"))
        .hasSize(5);
  }

  @Test
  void anApplicationThatWasMadeAlthoughTheAnswerWasAnErrorIsNotMadeTwice() {
    twilio.answerBadly("POST .*/Applications.json", 500);

    assertThat(desk.run("up", "--stack", "dev", "--yes").code()).isZero();

    assertThat(twilio.all(TwilioDesk.LISTS + "Applications")).hasSize(1);
  }

  @Test
  void upStopsAtTheFirstErrorSaysWhatWasDoneAndGoesOnFromThereTheNextTime() {
    twilio.refuse("POST .*/SIP/Domains.json", 400, 1);

    Said up = desk.run("up", "--stack", "dev", "--yes");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err())
        .contains("status 400")
        .containsPattern("Done: .*credential list dialtone-dev")
        .containsPattern("Not done: SIP domain example-dev.sip.twilio.com, .*phone number");
    assertThat(twilio.all(TwilioDesk.LISTS + "SIP/CredentialLists")).hasSize(1);

    assertThat(desk.run("up", "--stack", "dev", "--yes").code()).isZero();
    assertThat(twilio.all(TwilioDesk.LISTS + "SIP/CredentialLists")).hasSize(1);
    assertThat(desk.run("preview", "--stack", "dev").code()).isZero();
  }

  @Test
  void anInterruptedUpFinishesItsStepAndSaysWhatWasDoneAndWhatWasNot() throws Exception {
    try (Held domain = twilio.hold("POST .*/SIP/Domains.json");
        ShellCommand up = desk.start("up", "--stack", "dev", "--yes")) {
      domain.await(up);
      up.interrupt();
      up.awaitOutput("Interrupted");
      domain.release();

      assertThat(up.exitCode()).isEqualTo(130);
      assertThat(up.output())
          .containsPattern("Done: .*, SIP domain example-dev.sip.twilio.com\\.\n")
          .containsPattern("Not done: .*phone number")
          .endsWith("Run it again to go on from here.\n");
    }
    assertThat(twilio.all(TwilioDesk.LISTS + "SIP/Domains")).hasSize(1);
    assertThat(desk.history()).contains("SIP domain example-dev.sip.twilio.com");

    assertThat(desk.run("up", "--stack", "dev", "--yes").code()).isZero();
    assertThat(desk.run("preview", "--stack", "dev").code()).isZero();
  }

  @Test
  void whatTheListDoesNotShowYetIsNotMadeTwice() {
    twilio.lag(3);
    assertThat(desk.run("up", "--stack", "dev", "--yes").code()).isZero();
    twilio.seen();

    Said again = desk.run("up", "--stack", "dev", "--yes");

    assertThat(again.err()).isEmpty();
    assertThat(again.code()).isZero();
    assertThat(twilio.writes()).isEmpty();
  }

  @Test
  void anAccountThatDoesNotAcceptTheTokenNamesTheVariableToSet() {
    desk.environment.put("TWILIO_DEV_AUTH_TOKEN", "wrong");

    Said preview = desk.run("preview", "--stack", "dev");

    assertThat(preview.code()).isEqualTo(1);
    assertThat(preview.err())
        .contains("20003")
        .contains("TWILIO_ACCOUNT_SID and TWILIO_DEV_AUTH_TOKEN")
        .doesNotContain("at dialtone");
  }

  @Test
  void aMissingPermissionNamesTheVariableToSet() {
    twilio.refuse("GET .*/SIP/Domains.json", 403, 1);

    assertThat(desk.run("preview", "--stack", "dev").err())
        .contains("status 403")
        .contains("TWILIO_AUTH_TOKEN");
  }

  @Test
  void withoutAnAccountTheVariablesToSetAreNamed() {
    desk.environment.remove("TWILIO_AUTH_TOKEN");

    assertThat(desk.run("preview", "--stack", "a-branch").err())
        .contains("TWILIO_A_BRANCH_AUTH_TOKEN or TWILIO_AUTH_TOKEN");
  }

  @Test
  void twoOfOneNameAreAnErrorThatListsBoth() {
    String first = sidOfApplication();
    String second = sidOfApplication();

    Said up = desk.run("up", "--stack", "dev", "--yes");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err()).contains(first).contains(second).contains("TwiML application");
    assertThat(twilio.writes()).isEmpty();
  }

  @Test
  void twilioOnThisMachineOnlyForTests() {
    desk.environment.put("TWILIO_API_URL", "https://api.example.com");

    Said preview = desk.run("preview", "--stack", "dev");

    assertThat(preview.code()).isEqualTo(1);
    assertThat(preview.err()).contains("TWILIO_API_URL");
    assertThat(twilio.seen()).isEmpty();
  }

  private String sidOfApplication() {
    var application = twilio.add(TwilioDesk.LISTS + "Applications");
    application.addProperty("friendly_name", "dialtone-dev");
    return Live.sid(application);
  }
}
