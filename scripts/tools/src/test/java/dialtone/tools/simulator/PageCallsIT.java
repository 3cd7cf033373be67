package dialtone.tools.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dialtone.simulator.kit.PhoneSystem;
import dialtone.simulator.timeline.Entry;
import dialtone.tools.Checkout;
import dialtone.tools.command.Command;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page's last calls, and that each is the same call in a terminal and in a test. */
class PageCallsIT extends PageInBrowser {
  private static final String SAMPLE = Checkout.ROOT.resolve(".env.sample").toString();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          alice | 5035551212 | is busy                       | busy
          alice | 101        | does not answer               | no-answer
          bob   | 101        | answers after 4 s, talks 60 s | answers after 4 s and talks 60 s
          lobby | 5035551212 | is not there (SIP 404)        | fails with SIP 404
          alice | 911        | is busy                       | busy
          alice | banana     | is busy                       | busy
          """)
  void thePageTheTerminalAndTheTestKitTellTheSameStory(
      String extension, String dialled, String chosen, String outcome) {
    String base = server.url() + "/api/v1/web/local";
    call(extension, dialled, chosen);
    List<String> page = stories();
    List<String> kit =
        PhoneSystem.at(base)
            .extension(extension)
            .dials(dialled)
            .whereItIs(outcome)
            .place()
            .timeline()
            .stream()
            .map(Entry::story)
            .toList();
    List<String> terminal =
        JsonParser.parseString(
                printed(
                    extension,
                    dialled,
                    "--outcome",
                    outcome,
                    "--url",
                    base,
                    "--env",
                    SAMPLE,
                    "--json"))
            .getAsJsonObject()
            .getAsJsonArray("timeline")
            .asList()
            .stream()
            .map(entry -> entry.getAsJsonObject().get("story").getAsString())
            .toList();
    assertThat(timeless(page)).isNotEmpty().isEqualTo(timeless(kit)).isEqualTo(timeless(terminal));
  }

  @Test
  void theTerminalShowsEveryStoryOfThePageInItsOrder() {
    call("alice", "5035551212", "is busy");
    String base = server.url() + "/api/v1/web/local";
    String text =
        printed("alice", "5035551212", "--outcome", "busy", "--url", base, "--env", SAMPLE);
    assertThat(timeless(List.of(text)).get(0)).containsSubsequence(timeless(stories()));
  }

  private static String printed(String... arguments) {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
    assertThat(Command.run(new PlaceCall(Checkout.ROOT, out), arguments)).isZero();
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static List<String> timeless(List<String> stories) {
    return stories.stream().map(story -> story.replaceAll("in [0-9]+ ms", "in … ms")).toList();
  }

  @Test
  void aLastCallIsOpenedReplayedAfterAChangeAndCopied() {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    call("alice", "933", "answers after 4 s, talks 60 s");
    assertThat(page.locator("#calls time").first()).not().isEmpty();
    press("Copy alice → 933 as a scenario file");
    assertThat(page.locator("#toast")).hasText("The scenario file is on the clipboard.");
    Scenario read = ScenarioFile.read("copied.yml", clipboard());
    assertThat(read.expected().differences(read.play(switchboard()))).isEmpty();
    press("Copy alice → 933 as a curl command");
    assertThat(page.locator("#toast")).hasText("The curl command is on the clipboard.");
    assertThat(clipboard())
        .startsWith("curl -s '" + server.url() + "/api/v1/web/local/dialplans/outgoing'");
    int before = page.locator("#calls li").count();
    first("Replay alice → 933").click();
    assertThat(page.locator("#calls li")).hasCount(before + 1);
    call("bob", "101", "is busy");
    first("Open alice → 933").click();
    assertThat(page.locator("#timeline")).containsText("it rings 933");
    assertThat(page.locator("#calls li[aria-current=true]")).containsText("alice → 933");
    assertThat(number()).hasValue("933");
  }

  @Test
  void aCallByHandIsCopiedAsItWent() {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    number().fill("5035551213");
    choose("The other end", "does what I choose during the call");
    press("Call");
    press("They decline");
    assertThat(page.locator("#state")).containsText("alice called 5035551213: busy");
    copyAndPlay("alice → 5035551213", "busy");
    number().fill("5035551214");
    press("Call");
    assertThat(page.locator("#now")).containsText("it rings +15035551214");
    press("Hang up");
    assertThat(page.locator("#state")).containsText("alice called 5035551214: no-answer");
    copyAndPlay("alice → 5035551214", "no-answer");
  }

  /** A copied scenario goes as the call that it was copied from. */
  private void copyAndPlay(String call, String ends) {
    press("Copy " + call + " as a scenario file");
    assertThat(page.locator("#toast")).isVisible();
    Scenario copied = ScenarioFile.read("copied.yml", clipboard());
    assertThat(copied.expected().ends()).contains(ends);
    assertThat(copied.expected().differences(copied.play(switchboard()))).isEmpty();
    page.locator("#toast").evaluate("it => it.textContent = ''");
  }

  private static Switchboard switchboard() {
    return new Switchboard(
        server.url() + "/api/v1/web/local", Optional.empty(), Checkout.variables(Map.of()));
  }

  private Locator first(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name)).first();
  }

  private String clipboard() {
    return page.evaluate("navigator.clipboard.readText()").toString();
  }
}
