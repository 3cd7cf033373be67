package dialtone.tools.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dialtone.simulator.SimulatedCall;
import dialtone.simulator.kit.PhoneSystem;
import dialtone.simulator.timeline.Entry;
import dialtone.tools.Checkout;
import dialtone.tools.command.Command;
import dialtone.tools.project.Project;
import dialtone.tools.project.Variables;
import dialtone.tools.project.Web;
import dialtone.tools.server.ClassLoaderContainers;
import dialtone.tools.server.LocalServer;
import io.javalin.Javalin;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The phone of the local server's page, in a real browser, with the project's own dialplans. */
class PhonePageIT {
  private static final Path SCREENSHOTS =
      Path.of(System.getProperty("dialtone.screenshots", "target/screenshots"));

  private static final String SAMPLE = Checkout.ROOT.resolve(".env.sample").toString();

  /** Notes what the page would sound, as it sounds it. */
  private static final String EAR =
      """
      window.heard = [];
      const oscillator = AudioContext.prototype.createOscillator;
      AudioContext.prototype.createOscillator = function () {
        const made = oscillator.call(this);
        const start = made.start;
        made.start = function () { window.heard.push(this.frequency.value); return start.call(this); };
        return made;
      };
      const speak = speechSynthesis.speak;
      speechSynthesis.speak = function (words) { window.heard.push(words.text); return speak.call(this, words); };
      """;

  private static Chromium chromium;
  private static LocalServer server;
  private static Javalin menu;

  private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
  private BrowserContext context;
  private Page page;

  @BeforeAll
  static void start() throws Exception {
    // A machine that is busy with other builds must not make a test fail.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    chromium = new Chromium();
    server = serve();
    menu = menu(Checkout.variables(Map.of()));
  }

  private static LocalServer serve() throws Exception {
    Project project = Checkout.project(Web.RAW);
    Variables variables = Checkout.variables(Map.of());
    return LocalServer.of(project, variables)
        .log(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
        .routes(new PhonePage(() -> variables)::addTo)
        .start(new ClassLoaderContainers(project));
  }

  /** A host whose incoming calls hear a menu, which none of the project's dialplans has. */
  private static Javalin menu(Variables variables) {
    return Javalin.create(
            config -> {
              new PhonePage(() -> variables).addTo(config.routes);
              config.routes.post(
                  "/api/v1/web/local/dialplans/incoming",
                  request ->
                      request
                          .contentType("text/xml")
                          .result(
                              "<Response><Gather numDigits='1' timeout='60' action='chosen'>"
                                  + "<Say>Press one</Say></Gather></Response>"));
              config.routes.post(
                  "/api/v1/web/local/dialplans/chosen",
                  request ->
                      request
                          .contentType("text/xml")
                          .result(
                              "<Response><Say>You pressed "
                                  + request.formParam("Digits")
                                  + "</Say></Response>"));
            })
        .start("127.0.0.1", 0);
  }

  @AfterAll
  static void stop() {
    menu.stop();
    server.close();
    chromium.close();
  }

  @BeforeEach
  void open() {
    open(1280, 900, server.url());
  }

  private void open(int width, int height, String url) {
    if (context != null) {
      context.close();
    }
    context =
        chromium
            .browser()
            .newContext(new Browser.NewContextOptions().setViewportSize(width, height));
    context.addInitScript(EAR);
    page = context.newPage();
    page.onRequest(request -> asked.add(request.url()));
    page.navigate(url + "/");
    assertThat(page.locator("#directory tr")).hasCount(3);
  }

  @AfterEach
  void close() {
    context.close();
  }

  private void choose(String label, String option) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
  }

  private void press(String button) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true))
        .click();
  }

  private List<String> stories() {
    return page.locator("#timeline li > span").allTextContents();
  }

  @Test
  void aliceDialsOnTheKeypadAndHearsABusySignal() {
    choose("The other end", "is busy");
    choose("Time passes", "at once");
    for (char key : "5035551212".toCharArray()) {
      press(String.valueOf(key));
    }
    press("Call");
    assertThat(page.locator("#state"))
        .containsText("alice called 5035551212: busy after 2 s, 2 invocations.");
    assertThat(stories())
        .contains(
            "it rings +15035551212 with caller ID +15035550101", "the caller hears busy signal");
    assertThat(page.locator("#timeline pre").first()).containsText("<Number>+15035551212</Number>");
    assertThat(page.evaluate("window.heard").toString()).contains("770", "1336", "480", "620");
  }

  @Test
  void thePageTheTerminalAndTheTestKitTellTheSameStory() throws Exception {
    choose("The other end", "is busy");
    choose("Time passes", "at once");
    page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).fill("5035551212");
    press("Call");
    assertThat(page.locator("#state")).containsText("busy");
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    String base = server.url() + "/api/v1/web/local";
    int exit =
        Command.run(
            new PlaceCall(Checkout.ROOT, new PrintStream(printed, true, StandardCharsets.UTF_8)),
            "alice",
            "5035551212",
            "--outcome",
            "busy",
            "--url",
            base,
            "--env",
            SAMPLE);
    assertThat(exit).isZero();
    SimulatedCall kit =
        PhoneSystem.at(base).extension("alice").dials("5035551212").whereItIs("busy").place();
    List<String> told =
        kit.timeline().stream().map(Entry::story).map(PhonePageIT::timeless).toList();
    assertThat(stories().stream().map(PhonePageIT::timeless)).isEqualTo(told);
    String terminal = timeless(printed.toString(StandardCharsets.UTF_8));
    assertThat(told).allMatch(terminal::contains);
  }

  private static String timeless(String story) {
    return story.replaceAll("in [0-9]+ ms", "in … ms");
  }

  @Test
  void withAKeyboardAloneACallIsPlacedAndHungUp() {
    page.getByLabel("Who calls").focus();
    page.keyboard().type("bob");
    page.keyboard().press("Tab");
    page.keyboard().type("101");
    choose("The other end", "does not answer");
    page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#timeline"))
        .containsText("it rings sip:alice@example-dev.sip.twilio.com");
    page.keyboard().press("Escape");
    assertThat(page.locator("#state")).containsText("bob called 101: no-answer");
    assertThat(stories()).contains("the call ends as no-answer: the caller hangs up");
  }

  @Test
  void everythingThatCanBeUsedCanBeReachedWithTheTabKey() {
    page.evaluate("document.body.tabIndex = -1; document.body.focus()");
    List<Object> reached = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      page.keyboard().press("Tab");
      reached.add(page.evaluate("document.activeElement.id || document.activeElement.textContent"));
    }
    assertThat(reached)
        .contains("caller", "number", "1", "#", "call", "other-end", "speed", "sound", "Dial");
  }

  @Test
  void theOtherEndDoesWhatIsChosenDuringTheCall() {
    page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).fill("5035551212");
    choose("The other end", "does what I choose during the call");
    press("Call");
    press("They answer");
    assertThat(page.locator("#timeline")).containsText("+15035551212 answers: they talk");
    press("They hang up");
    assertThat(page.locator("#state")).containsText("completed");
    assertThat(stories()).contains("+15035551212: completed, the other end hangs up");
  }

  @Test
  void keysArePressedWhileAMenuListens() {
    open(1280, 900, "http://127.0.0.1:" + menu.port());
    choose("Who calls", "somebody outside");
    page.getByLabel("Which number of ours").fill("+15035550101");
    press("Call");
    assertThat(page.locator("#state")).containsText("Press keys.");
    press("7");
    assertThat(page.locator("#timeline")).containsText("the caller hears speech: You pressed 7");
    assertThat(page.locator("#state")).containsText("completed");
    assertThat(page.evaluate("window.heard").toString()).contains("Press one", "You pressed 7");
  }

  @Test
  void aLastCallIsOpenedReplayedAfterAChangeAndCopied() {
    context.grantPermissions(List.of("clipboard-read", "clipboard-write"));
    page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).fill("933");
    choose("Time passes", "at once");
    press("Call");
    assertThat(page.locator("#state")).containsText("alice called 933: completed");
    press("Copy alice → 933 as a scenario file");
    assertThat(page.locator("#message")).containsText("on the clipboard");
    String scenario = page.evaluate("navigator.clipboard.readText()").toString();
    Scenario read = ScenarioFile.read("copied.yml", scenario);
    assertThat(
            read.play(
                    new Switchboard(
                        server.url() + "/api/v1/web/local",
                        Optional.empty(),
                        Checkout.variables(Map.of())))
                .status())
        .isEqualTo("completed");
    page.locator("#message").evaluate("it => it.textContent = ''");
    press("Copy alice → 933 as a curl command");
    assertThat(page.locator("#message")).containsText("on the clipboard");
    assertThat(page.evaluate("navigator.clipboard.readText()").toString())
        .startsWith("curl -s '" + server.url() + "/api/v1/web/local/dialplans/outgoing'");
    int before = page.locator("#calls li").count();
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Replay alice → 933"))
        .first()
        .click();
    assertThat(page.locator("#calls li")).hasCount(before + 1);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open alice → 933"))
        .first()
        .click();
    assertThat(page.locator("#timeline")).containsText("it rings 933");
  }

  @Test
  void emergencyCallsAreNeverPlaced() {
    page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).fill("911");
    choose("Time passes", "at once");
    press("Call");
    assertThat(page.locator("#timeline")).containsText("an emergency call is never placed here");
  }

  @Test
  void whatCannotBeCalledIsSaidInWords() {
    press("Call");
    assertThat(page.locator("#message")).hasText("Dial something first.");
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 768, 1280})
  void thePageFitsItsWidth(int width) {
    open(width, 800, server.url());
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  @ParameterizedTest
  @ValueSource(ints = {360, 1280})
  void everyTextHasTheContrastOfWcagAa(int width) {
    open(width, 900, server.url());
    page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).fill("911");
    choose("Time passes", "at once");
    press("Call");
    assertThat(page.locator("#timeline .not-placed")).hasCount(1);
    page.evaluate("document.getElementById('message').textContent = 'A message'");
    Object poor =
        page.evaluate(
            """
            () => {
              const parse = (colour) => colour.match(/[\\d.]+/g).map(Number);
              const light = (c) => { const [r, g, b] = c.map((v) => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
              const ground = (element) => { for (let e = element; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c.length < 4 || c[3] > 0) return c.slice(0, 3); } return [255, 255, 255]; };
              const poor = [];
              for (const element of document.querySelectorAll('body *')) {
                const own = [...element.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
                if ((!own && !['INPUT', 'SELECT'].includes(element.tagName)) || !element.checkVisibility() || element.tagName === 'SCRIPT') continue;
                const [a, b] = [light(parse(getComputedStyle(element).color).slice(0, 3)), light(ground(element))].sort((x, y) => y - x);
                if ((a + 0.05) / (b + 0.05) < 4.5) poor.push(element.outerHTML.slice(0, 80));
              }
              return poor;
            }
            """);
    assertThat((List<?>) poor).isEmpty();
  }

  @Test
  void nothingIsAskedOfAnotherMachine() {
    page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).fill("0");
    choose("Time passes", "at once");
    press("Call");
    assertThat(page.locator("#state")).containsText("completed");
    assertThat(asked)
        .isNotEmpty()
        .allMatch(url -> url.startsWith(server.url()) || url.startsWith("data:"));
  }

  @Test
  void screenshotsForTheReadme() throws Exception {
    try (LocalServer fresh = serve()) {
      open(1280, 880, fresh.url());
      call("alice", "911", "answers after 4 s, talks 60 s");
      call("bob", "101", "does not answer");
      call("alice", "5035551212", "is busy");
      assertThat(page.locator("#calls li")).hasCount(3);
      shoot("phone-page-desk.png");
      open(390, 1180, fresh.url());
      call("alice", "5035551212", "is busy");
      page.locator(".row").first().scrollIntoViewIfNeeded();
      shoot("phone-page-phone.png");
    }
  }

  private void call(String extension, String number, String otherEnd) {
    choose("Time passes", "at once");
    choose("Who calls", extension);
    choose("The other end", otherEnd);
    page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true)).fill(number);
    press("Call");
    assertThat(page.locator("#state")).containsText(extension + " called " + number);
  }

  private void shoot(String name) {
    Path file = SCREENSHOTS.resolve(name);
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(file).isNotEmptyFile();
  }
}
