package dialtone.tools.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.twilio.TwilioDesk.Said;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackFileTest {
  private final StandInTwilio twilio = new StandInTwilio();
  @TempDir private Path root;
  private TwilioDesk desk;

  @BeforeEach
  void sit() throws IOException {
    desk = new TwilioDesk(root, twilio);
  }

  @AfterEach
  void stop() {
    twilio.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "domains: [{voice_url: x}]|domains 1: domain_name is missing",
        "domains: [{domain_name: x, voice_ulr: y}]|a SIP domain has no \"voice_ulr\"",
        "domain: []|unknown key \"domain\": expected",
        "applications: [{friendly_name: x, voice_url: '${dialplans/incomin}'}]|packages/dialplans/incomin is not there",
        "applications: [{friendly_name: '${MISSING}'}]|applications 1: friendly_name: ${MISSING} is not set",
        "applications: [{friendly_name: x}, {friendly_name: x}]|TwiML application x is described twice",
        "applications: x|applications: expected a list, found x",
        "domains: [{domain_name: x, calls: {credential_lists: [y]}}]|names \"credential_lists/y\"",
        "resources: [{path: nowhere/v1/X, unique: A, attributes: {A: b}}]|no product of Twilio's API",
        "resources: [{path: studio/v2/Flows, unique: A}]|resources 1: attributes is missing",
        "phone_numbers: [{phone_number: '+1', voice_application: x}]|names \"applications/x\"",
        "a: [|is no YAML",
        "applications: [{friendly_name: x, friendly_name: y}]|duplicate key friendly_name"
      })
  void aMistakeInTheFileIsNamedWithItsPlace(String yaml, String message) throws IOException {
    desk.write("stacks: {dev: {}}\n" + yaml + "\n");

    Said preview = desk.run("preview", "--stack", "dev");

    assertThat(preview.code()).isEqualTo(1);
    assertThat(preview.err()).contains(message).doesNotContain("\tat ");
    assertThat(twilio.writes()).isEmpty();
  }

  @Test
  void aStackThatTheFileDoesNotHaveIsNamedWithThoseItHas() throws IOException {
    desk.write("stacks: {dev: {}, prod: {}}\n");

    assertThat(desk.run("preview", "--stack", "stage").err())
        .contains("no stack \"stage\": it has dev, prod");
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    assertThat(desk.run("preview", "--stack", "dev", "--file", "no.yml").err())
        .contains("no.yml is not there");
  }

  @Test
  void resourcesThatNeedEachOtherAreNamed() throws IOException {
    desk.write(
        """
        stacks: {dev: {}}
        applications:
          - {friendly_name: a, voice_url: "https://x/${sid:applications/b}"}
          - {friendly_name: b, voice_url: "https://x/${sid:applications/a}"}
        """);

    assertThat(desk.run("preview", "--stack", "dev").err())
        .contains("applications/a -> applications/b");
  }

  @Test
  void anAttributeThatTwilioDoesNotTellOfIsAMistake() throws IOException {
    twilio.add(TwilioDesk.LISTS + "Addresses").addProperty("friendly_name", "office");
    desk.write(
        """
        stacks: {dev: {}}
        resources:
          - path: api/2010-04-01/Accounts/{AccountSid}/Addresses
            unique: FriendlyName
            attributes: {FriendlyName: office, Stret: 1 Main St}
        """);

    assertThat(desk.run("preview", "--stack", "dev").err())
        .contains("Twilio tells of no \"Stret\"");
  }

  @Test
  void resourcesAreMadeInOrderOfDependencyWhateverTheirOrderInTheFile() throws IOException {
    desk.write(
        """
        stacks: {dev: {}}
        resources:
          - path: api/2010-04-01/Accounts/{AccountSid}/Applications
            unique: FriendlyName
            attributes:
              FriendlyName: first
              VoiceUrl: https://example.com/?next=${sid:resources/Applications/second}
          - path: api/2010-04-01/Accounts/{AccountSid}/Applications
            unique: FriendlyName
            attributes: {FriendlyName: second, VoiceUrl: "https://example.com/$${plain}"}
        """);

    assertThat(desk.run("up", "--stack", "dev", "--yes").err()).isEmpty();

    var second = twilio.one(TwilioDesk.LISTS + "Applications", "friendly_name", "second");
    assertThat(Live.text(second, "voice_url")).isEqualTo("https://example.com/${plain}");
    assertThat(
            Live.text(
                twilio.one(TwilioDesk.LISTS + "Applications", "friendly_name", "first"),
                "voice_url"))
        .endsWith(Live.sid(second));
  }

  @Test
  void partsOfDifferentListsMayShareAName() throws IOException {
    desk.write(
        """
        stacks: {dev: {values: {GREETING: 'say "hello"'}}}
        resources:
          - path: taskrouter/v1/Workspaces
            unique: FriendlyName
            attributes: {FriendlyName: support}
            resources:
              - {path: TaskQueues, unique: FriendlyName, attributes: {FriendlyName: sales}}
              - path: Workers
                unique: FriendlyName
                attributes: {FriendlyName: sales, Attributes: {greeting: "${GREETING}"}}
          - path: studio/v2/Flows
            unique: FriendlyName
            attributes: {FriendlyName: support, Status: draft, Definition: {next: null}}
        """);

    assertThat(desk.run("up", "--stack", "dev", "--yes").err()).isEmpty();

    assertThat(twilio.size()).isEqualTo(4);
    assertThat(
            twilio
                .all("studio/v2/Flows")
                .get(0)
                .getAsJsonObject("definition")
                .get("next")
                .isJsonNull())
        .isTrue();
    assertThat(desk.run("preview", "--stack", "dev").code()).isZero();
  }

  @Test
  void aMistypedOptionIsAnErrorAndNotTheCodeForChanges() {
    assertThat(desk.run("preview", "--stack", "dev", "--jsno").code()).isEqualTo(1);
    assertThat(desk.run("preview").code()).isEqualTo(1);
    assertThat(desk.run("preview", "--stack", "../etc").code()).isEqualTo(1);
  }
}
