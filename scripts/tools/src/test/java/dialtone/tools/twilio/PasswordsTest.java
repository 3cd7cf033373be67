package dialtone.tools.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.twilio.StandInTwilio.Seen;
import dialtone.tools.twilio.TwilioDesk.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PasswordsTest {
  private final StandInTwilio twilio = new StandInTwilio();
  @TempDir private Path root;
  private TwilioDesk desk;

  @BeforeEach
  void describeTwoUsers() throws IOException {
    desk = new TwilioDesk(root, twilio);
    desk.write(
        """
        stacks: {dev: {}}
        credential_lists:
          - {friendly_name: phones, users: [alice, bob]}
        """);
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @Test
  void aPasswordFromTheEnvironmentIsUsedAndNeverShown() {
    desk.environment.put("SIP_PASSWORD_ALICE", "Plain1Password");
    desk.environment.put("SIP_PASSWORD_DEV_BOB", "Stack1Password");
    desk.environment.put("SIP_PASSWORD_BOB", "Plain1Password");

    Said up = desk.run("up", "--stack", "dev", "--yes");

    assertThat(passwords()).containsExactly("Plain1Password", "Stack1Password");
    assertThat(up.out()).contains("Password •••").doesNotContain("1Password");
  }

  @Test
  void aGeneratedPasswordIsShownOnceAndStoredNowhere() throws IOException {
    Said up = desk.run("up", "--stack", "dev", "--yes");

    List<String> passwords = passwords();
    assertThat(passwords).doesNotHaveDuplicates().hasSize(2);
    for (String password : passwords) {
      assertThat(up.out().split(password, -1)).hasSize(2);
      assertThat(everyFile()).noneMatch(text -> text.contains(password));
    }
    assertThat(desk.run("up", "--stack", "dev", "--yes").out()).doesNotContain("password ");
  }

  @Test
  void anExistingUsersPasswordIsChangedOnlyIfThatIsAskedFor() throws IOException {
    desk.environment.put("SIP_PASSWORD_ALICE", "First1Password");
    desk.run("up", "--stack", "dev", "--yes");
    desk.environment.put("SIP_PASSWORD_ALICE", "Second1Password");
    assertThat(desk.run("preview", "--stack", "dev").code()).isZero();
    twilio.seen();

    Said preview = desk.run("preview", "--stack", "dev", "--new-password", "alice");
    assertThat(preview.code()).isEqualTo(2);
    assertThat(preview.out())
        .contains("~ credential alice of credential list phones\n    Password ••• → •••\n");
    assertThat(desk.run("preview", "--stack", "dev", "--json", "--new-password", "alice").out())
        .contains("\"to\": \"•••\"");
    assertThat(twilio.writes()).isEmpty();

    Said up = desk.run("up", "--stack", "dev", "--yes", "--new-password", "alice");
    assertThat(up.err()).isEmpty();
    assertThat(twilio.writes())
        .singleElement()
        .satisfies(
            request ->
                assertThat(request.form()).containsOnly(Map.entry("Password", "Second1Password")));
    assertThat(up.out()).doesNotContain("Second1Password");
    assertThat(desk.history()).doesNotContain("Second1Password").contains("\"update\"");
  }

  @Test
  void aNewPasswordThatNobodyGaveIsMadeUpAndShownOnce() throws IOException {
    desk.run("up", "--stack", "dev", "--yes");
    twilio.seen();

    Said up =
        desk.run(
            "up", "--stack", "dev", "--yes", "--new-password", "alice", "--new-password", "bob");

    List<String> passwords = passwords();
    assertThat(passwords).doesNotHaveDuplicates().hasSize(2);
    for (String password : passwords) {
      assertThat(password).doesNotContain("$");
      assertThat(up.out().split(password, -1)).hasSize(2);
      assertThat(everyFile()).noneMatch(text -> text.contains(password));
    }
  }

  @Test
  void aNewPasswordForNobodyIsAMistakeThatNamesTheUsers() {
    assertThat(desk.run("up", "--stack", "dev", "--yes", "--new-password", "mallory").err())
        .contains("stack dev has no such user; it has alice, bob");
    assertThat(twilio.writes()).isEmpty();
  }

  @Test
  void inCiNoPasswordIsMadeUpAndNothingIsChangedBeforeThatIsSaid() {
    desk.environment.put("CI", "true");
    desk.environment.put("SIP_PASSWORD_BOB", "Plain1Password");

    Said up = desk.run("up", "--stack", "dev", "--yes");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err())
        .contains("alice (set SIP_PASSWORD_DEV_ALICE or SIP_PASSWORD_ALICE)")
        .doesNotContain("bob");
    assertThat(twilio.writes()).isEmpty();
  }

  @Test
  void inCiEveryUserWithoutAPasswordIsNamedAndAUserWhoHasOneNeedsNone() {
    desk.run("up", "--stack", "dev", "--yes");
    twilio.seen();
    desk.environment.put("CI", "true");

    assertThat(desk.run("up", "--stack", "dev", "--yes").code()).isZero();
    assertThat(
            desk.run(
                    "up",
                    "--stack",
                    "dev",
                    "--yes",
                    "--new-password",
                    "alice",
                    "--new-password",
                    "bob")
                .err())
        .contains("_ALICE)", "_BOB)");
    assertThat(twilio.writes()).isEmpty();
  }

  @Test
  void theTokenIsInNoUrlAndInNoAnswer() {
    Said preview = desk.run("preview", "--stack", "dev", "--json");

    assertThat(preview.out()).contains("\"Password\": \"•••\"").doesNotContain(TwilioDesk.TOKEN);
    assertThat(twilio.seen()).extracting(Seen::path).noneMatch(p -> p.contains(TwilioDesk.TOKEN));
  }

  private List<String> passwords() {
    return twilio.seen().stream()
        .filter(request -> request.form().containsKey("Password"))
        .map(request -> request.form().get("Password"))
        .toList();
  }

  private List<String> everyFile() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(Files::isRegularFile).map(PasswordsTest::text).toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
