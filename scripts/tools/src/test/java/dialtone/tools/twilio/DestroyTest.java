package dialtone.tools.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.twilio.TwilioDesk.Said;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DestroyTest {
  private static final String DOMAIN = "example-dev.sip.twilio.com";
  private final StandInTwilio twilio = new StandInTwilio();
  @TempDir private Path root;
  private TwilioDesk desk;

  @BeforeEach
  void makeTheStack() throws IOException {
    desk = new TwilioDesk(root, twilio);
    twilio.own(TwilioDesk.ACCOUNT, "+15035550101");
    desk.run("up", "--stack", "dev", "--yes");
    twilio.add(TwilioDesk.LISTS + "Applications").addProperty("friendly_name", "somebody else's");
    twilio.seen();
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void onlyWhatTheFileDescribesIsDeletedAndDomainAndNumberStay() {
    Said destroy = desk.type("dev\n", "destroy", "--stack", "dev");

    assertThat(destroy.err()).isEmpty();
    assertThat(destroy.code()).isZero();
    assertThat(destroy.out())
        .contains("= SIP domain " + DOMAIN + " stays")
        .contains("= phone number +15035550101 stays");
    assertThat(twilio.all(TwilioDesk.LISTS + "SIP/Domains")).hasSize(1);
    assertThat(twilio.all(TwilioDesk.LISTS + "IncomingPhoneNumbers")).hasSize(1);
    assertThat(twilio.all(TwilioDesk.LISTS + "Applications"))
        .extracting(each -> Live.text(each, "friendly_name"))
        .containsExactly("somebody else's");
    assertThat(twilio.size()).isEqualTo(3);
  }

  @Test
  void nothingIsDeletedUnlessTheStacksNameIsTyped() {
    assertThat(desk.type("yes\n", "destroy", "--stack", "dev").code()).isEqualTo(1);
    assertThat(desk.run("destroy", "--stack", "dev").code()).isEqualTo(1);

    assertThat(twilio.writes()).isEmpty();
  }

  @Test
  void aDomainIsDeletedOnlyByItsFlagAndItsTypedName() {
    desk.type("no\ndev\n", "destroy", "--stack", "dev", "--delete-sip-domains");
    assertThat(twilio.all(TwilioDesk.LISTS + "SIP/Domains")).hasSize(1);

    Said destroy =
        desk.type(DOMAIN + "\ndev\n", "destroy", "--stack", "dev", "--delete-sip-domains");

    assertThat(destroy.code()).isZero();
    assertThat(twilio.all(TwilioDesk.LISTS + "SIP/Domains")).isEmpty();
    assertThat(twilio.all(TwilioDesk.LISTS + "IncomingPhoneNumbers")).hasSize(1);
  }

  @Test
  void aNumberIsReleasedOnlyByItsFlagAndItTyped() {
    desk.type("dev\ndev\n", "destroy", "--stack", "dev", "--release-phone-numbers");
    assertThat(twilio.all(TwilioDesk.LISTS + "IncomingPhoneNumbers")).hasSize(1);

    desk.type("+15035550101\ndev\n", "destroy", "--stack", "dev", "--release-phone-numbers");
    assertThat(twilio.all(TwilioDesk.LISTS + "IncomingPhoneNumbers")).isEmpty();
    assertThat(twilio.all(TwilioDesk.LISTS + "SIP/Domains")).hasSize(1);
  }

  @Test
  void theGenericFormIsNoWayAroundTheTypedName() throws IOException {
    desk.write(
        """
        stacks: {dev: {}}
        resources:
          - path: api/2010-04-01/Accounts/{AccountSid}/SIP/Domains
            unique: DomainName
            attributes: {DomainName: example-dev.sip.twilio.com}
          - path: api/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json
            unique: PhoneNumber
            attributes: {PhoneNumber: "+15035550101"}
        """);

    Said destroy = desk.type("dev\ndev\ndev\n", "destroy", "--stack", "dev");

    assertThat(destroy.out()).contains("= Domains " + DOMAIN + " stays");
    assertThat(twilio.writes()).isEmpty();
  }

  @Test
  void upNeverDeletesADomainOrANumberThatTheFileNoLongerDescribes() throws IOException {
    desk.write("stacks: {dev: {}}\n");

    assertThat(desk.run("up", "--stack", "dev", "--yes").code()).isZero();

    assertThat(twilio.writes()).isEmpty();
  }
}
