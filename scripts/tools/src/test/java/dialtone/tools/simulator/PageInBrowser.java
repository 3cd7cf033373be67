package dialtone.tools.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dialtone.tools.Checkout;
import dialtone.tools.project.Project;
import dialtone.tools.project.Variables;
import dialtone.tools.project.Web;
import dialtone.tools.server.ClassLoaderContainers;
import dialtone.tools.server.LocalServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The local server's page in a real browser, with the project's own dialplans behind it. */
abstract class PageInBrowser {
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

  static Chromium chromium;
  static LocalServer server;

  /** The URLs that the browser has asked. */
  final List<String> asked = Collections.synchronizedList(new ArrayList<>());

  BrowserContext context;
  Page page;

  @BeforeAll
  static void startBrowser() throws Exception {
    // A machine that is busy with other builds must not make a test fail.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    chromium = new Chromium();
    server = serve();
  }

  static LocalServer serve() throws Exception {
    Project project = Checkout.project(Web.RAW);
    Variables variables = Checkout.variables(Map.of());
    return LocalServer.of(project, variables)
        .log(new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8))
        .routes(new PhonePage(() -> variables)::addTo)
        .start(new ClassLoaderContainers(project));
  }

  @AfterAll
  static void stopBrowser() {
    server.close();
    chromium.close();
  }

  @BeforeEach
  void open() {
    open(1280, 900, server.url());
  }

  @AfterEach
  void close() {
    context.close();
  }

  void open(int width, int height, String url) {
    open(new Browser.NewContextOptions().setViewportSize(width, height), url);
  }

  void open(Browser.NewContextOptions options, String url) {
    if (context != null) {
      context.close();
    }
    context = chromium.browser().newContext(options);
    context.addInitScript(EAR);
    page = context.newPage();
    page.onRequest(request -> asked.add(request.url()));
    page.navigate(url + "/");
    assertThat(page.locator("#directory tr")).hasCount(3);
  }

  void choose(String label, String option) {
    page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).selectOption(option);
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  void press(String button) {
    button(button).click();
  }

  Locator number() {
    return page.getByLabel("Number", new Page.GetByLabelOptions().setExact(true));
  }

  /** A call that is over at once. */
  void call(String extension, String dialled, String otherEnd) {
    choose("Time passes", "at once");
    choose("Who calls", extension);
    choose("The other end", otherEnd);
    number().fill(dialled);
    press("Call");
    assertThat(page.locator("#state")).containsText(extension + " called " + dialled);
  }

  /** The timeline, a sentence an entry. */
  List<String> stories() {
    return page.locator("#timeline li > span").allTextContents();
  }

  /** What the page has sounded: frequencies in Hz, and words. */
  String heard() {
    return page.evaluate("window.heard").toString();
  }
}
