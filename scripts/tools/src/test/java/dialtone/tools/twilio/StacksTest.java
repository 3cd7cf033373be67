package dialtone.tools.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StacksTest {
  private static final String OTHER = "AC" + "b".repeat(32);
  private final StandInTwilio twilio = new StandInTwilio();
  @TempDir private Path root;
  private TwilioDesk desk;

  @BeforeEach
  void ownNumbers() throws IOException {
    desk = new TwilioDesk(root, twilio);
    twilio.own(TwilioDesk.ACCOUNT, "+15035550101");
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void twoStacksAtOnceInOneAccountDoNotSeeEachOther() {
    twilio.own(TwilioDesk.ACCOUNT, "+15035550100");
    CompletableFuture<Integer> prod =
        CompletableFuture.supplyAsync(() -> desk.run("up", "--stack", "prod", "--yes").code());
    CompletableFuture<Integer> dev =
        CompletableFuture.supplyAsync(() -> desk.run("up", "--stack", "dev", "--yes").code());

    assertThat(dev.join()).isZero();
    assertThat(prod.join()).isZero();
    assertThat(twilio.all(TwilioDesk.LISTS + "SIP/Domains")).hasSize(2);
    assertThat(desk.run("preview", "--stack", "dev").code()).isZero();
    assertThat(desk.run("preview", "--stack", "prod").code()).isZero();
  }

  @Test
  void aStackMayBeAnotherAccount() {
    twilio.account(OTHER, "another-token");
    twilio.own(OTHER, "+15035550177");
    desk.environment.put("TWILIO_FEATURE_X_ACCOUNT_SID", OTHER);
    desk.environment.put("TWILIO_FEATURE_X_AUTH_TOKEN", "another-token");
    desk.environment.put("NUMBER", "+15035550177");

    assertThat(desk.run("up", "--stack", "feature-x", "--yes").code()).isZero();

    assertThat(twilio.all("api/2010-04-01/Accounts/" + OTHER + "/SIP/Domains"))
        .extracting(domain -> Live.text(domain, "domain_name"))
        .containsExactly("example-feature-x.sip.twilio.com");
    assertThat(twilio.all(TwilioDesk.LISTS + "SIP/Domains")).isEmpty();
  }

  @Test
  void aPromotedStacksUrlsNameItAndAnyInstanceIsRight() {
    twilio.own(TwilioDesk.ACCOUNT, "+15035550100");
    desk.run("up", "--stack", "prod", "--yes");
    var domain = twilio.all(TwilioDesk.LISTS + "SIP/Domains").get(0);
    assertThat(Live.text(domain, "voice_url"))
        .isEqualTo("https://faas.example.com/api/v1/web/fn-1111/dialplans/outgoing?instance=prod");

    domain.addProperty(
        "voice_url",
        "https://other.example.com/api/v1/web/fn-2222/dialplans/outgoing?instance=prod");
    assertThat(desk.run("preview", "--stack", "prod").code()).isZero();

    domain.addProperty(
        "voice_url",
        "https://other.example.com/api/v1/web/fn-2222/dialplans/incoming?instance=prod");
    assertThat(desk.run("preview", "--stack", "prod").code()).isEqualTo(2);
  }

  @Test
  void aDevStacksUrlsAreComparedWithTheInstance() {
    desk.run("up", "--stack", "dev", "--yes");
    twilio
        .all(TwilioDesk.LISTS + "SIP/Domains")
        .get(0)
        .addProperty(
            "voice_url", "https://other.example.com/api/v1/web/fn-2222/dialplans/outgoing");

    assertThat(desk.run("preview", "--stack", "dev").code()).isEqualTo(2);
  }
}
