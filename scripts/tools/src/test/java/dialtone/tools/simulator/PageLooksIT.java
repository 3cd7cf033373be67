package dialtone.tools.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dialtone.tools.server.LocalServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the page looks, at phone width and at desk width, and who can use it. */
class PageLooksIT extends PageInBrowser {
  private static final Path SCREENSHOTS =
      Path.of(System.getProperty("dialtone.screenshots", "target/screenshots"));

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1280})
  void thePageFitsItsWidth(int width) {
    open(width, 800, server.url());
    call("alice", "5035551212", "is busy");
    assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
  }

  @ParameterizedTest
  @CsvSource({"360, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
  void itMeetsWcagAa(int width, ColorScheme colours) {
    open(
        new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colours),
        server.url());
    assertThat(violations()).as("before a call").isEmpty();
    press("Call");
    assertThat(page.locator("#message")).hasText("Dial something first.");
    choose("The other end", "does what I choose during the call");
    number().fill("5035551212");
    press("Call");
    assertThat(button("They answer")).isVisible();
    assertThat(violations()).as("during a call").isEmpty();
    press("Hang up");
    assertThat(page.locator("#state")).containsText("no-answer");
    call("alice", "911", "is busy");
    assertThat(page.locator("#timeline .not-placed")).hasCount(1);
    page.locator("summary").first().click();
    button("Copy alice → 911 as a curl command").first().click();
    assertThat(page.locator("#toast")).not().isEmpty();
    assertThat(violations()).as("after a call").isEmpty();
  }

  @Test
  void aContrastThatIsTooPoorIsFound() {
    page.locator("header p").evaluate("it => it.style.color = '#aaa'");
    assertThat(violations()).singleElement(STRING).contains("contrast", "Nobody’s phone rings");
  }

  /** What axe finds, a sentence each; empty if nothing. */
  private List<String> violations() {
    return new AxeBuilder(page)
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze()
            .getViolations()
            .stream()
            .map(rule -> rule.getHelp() + ": " + rule.getNodes().get(0).getHtml())
            .toList();
  }

  @Test
  void everythingThatCanBeUsedCanBeReachedWithTheTabKeyInTheOrderOfThePage() {
    call("alice", "933", "is busy");
    page.evaluate("document.body.tabIndex = -1; document.body.focus()");
    List<Object> reached = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      page.keyboard().press("Tab");
      reached.add(page.evaluate("document.activeElement.id || document.activeElement.textContent"));
    }
    assertThat(reached)
        .containsSubsequence(
            "caller",
            "number",
            "1",
            "#",
            "erase",
            "call",
            "other-end",
            "speed",
            "sound",
            "timeline",
            "Open",
            "Replay",
            "Dial");
  }

  @Test
  void nothingIsAskedOfAnotherMachine() {
    call("alice", "0", "is busy");
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

  private void shoot(String name) {
    Path file = SCREENSHOTS.resolve(name);
    page.screenshot(new Page.ScreenshotOptions().setPath(file));
    assertThat(file).isNotEmptyFile();
  }
}
