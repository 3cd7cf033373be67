package dialtone.tools.simulator;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dialtone.simulator.kit.BrokenDialplan;
import dialtone.tools.Checkout;
import dialtone.tools.StandInServer;
import io.javalin.http.Handler;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls on the page's phone: by mouse, by keyboard alone and by touch alone. */
class PhonePageIT extends PageInBrowser {

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
    assertThat(heard()).contains("770", "1336", "480", "620");
  }

  @Test
  void withAKeyboardAloneACallIsPlacedAndHungUp() {
    page.getByLabel("Who calls").focus();
    page.keyboard().type("bob");
    page.keyboard().press("Tab");
    page.keyboard().type("101");
    choose("The other end", "does not answer");
    number().focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("#timeline"))
        .containsText("it rings sip:alice@example-dev.sip.twilio.com");
    page.keyboard().press("Escape");
    assertThat(page.locator("#state")).containsText("bob called 101: no-answer");
    assertThat(stories()).contains("the call ends as no-answer: the caller hangs up");
  }

  @Test
  void theKeyboardKeepsItsPlaceThoughTheButtonsChange() {
    number().fill("102");
    choose("The other end", "does not answer");
    button("Call").focus();
    page.keyboard().press("Enter");
    assertThat(button("Hang up")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#state")).containsText("alice called 102: no-answer");
    assertThat(button("Call")).isFocused();
  }

  @Test
  void byTouchAloneAWholeCallIsPlacedAnsweredAndHungUp() {
    try (Menu menu = new Menu()) {
      openByTouch(menu.url());
      choose("Who calls", "somebody outside");
      for (char key : "15035550101".toCharArray()) {
        button(String.valueOf(key)).tap();
      }
      button("Erase").tap();
      button("1").tap();
      assertThat(page.getByLabel("Which number of ours")).hasValue("15035550101");
      button("Call").tap();
      assertThat(page.locator("#state")).containsText("Press keys.");
      button("7").tap();
      assertThat(page.locator("#now")).containsText("You pressed 7");
      assertThat(page.locator("#state")).containsText("completed");
    }
    openByTouch(server.url());
    button("Dial bob").tap();
    assertThat(number()).hasValue("102");
    choose("The other end", "does not answer");
    button("Call").tap();
    assertThat(page.locator("#now")).containsText("it rings sip:bob@");
    button("Hang up").tap();
    assertThat(page.locator("#state")).containsText("alice called 102: no-answer");
  }

  private void openByTouch(String url) {
    open(
        new Browser.NewContextOptions()
            .setViewportSize(390, 844)
            .setHasTouch(true)
            .setIsMobile(true),
        url);
  }

  @Test
  void theOtherEndDoesWhatIsChosenDuringTheCall() {
    number().fill("5035551212");
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
    try (Menu menu = new Menu()) {
      open(1280, 900, menu.url());
      choose("Who calls", "somebody outside");
      page.getByLabel("Which number of ours").fill("+15035550101");
      press("Call");
      assertThat(page.locator("#state")).containsText("Press keys.");
      press("7");
      assertThat(page.locator("#timeline")).containsText("the caller hears speech: You pressed 7");
      assertThat(page.locator("#state")).containsText("completed");
      assertThat(heard()).contains("Press one", "You pressed 7");
    }
  }

  @Test
  void whatHappensIsToldToWhoeverListensToThePage() {
    call("alice", "5035551212", "is busy");
    assertThat(page.locator("#log[role=log]"))
        .containsText("it rings +15035551212 with caller ID +15035550101");
    assertThat(page.locator("#log")).not().containsText("<Dial");
  }

  @Test
  void emergencyCallsAreNeverPlaced() {
    call("alice", "911", "answers after 4 s, talks 60 s");
    assertThat(page.locator("#timeline")).containsText("an emergency call is never placed here");
  }

  @Test
  void whatCannotBeCalledIsSaidInWordsAndForgottenWithTheNextCall() {
    press("Call");
    assertThat(page.locator("#message")).hasText("Dial something first.");
    assertThat(number()).isFocused();
    call("alice", "933", "answers after 4 s, talks 60 s");
    assertThat(page.locator("#message")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"bad-xml", "wrong-nesting", "server-error"})
  void aBrokenDialplanIsShownWithTwiliosNumber(String dialled) {
    BrokenDialplan.Answer answer = BrokenDialplan.answer(dialled);
    Handler broken =
        request ->
            request.status(answer.status()).contentType(answer.contentType()).result(answer.body());
    try (Host host = new Host(Map.of("outgoing", broken))) {
      open(1280, 900, host.url());
      call("alice", dialled, "answers after 4 s, talks 60 s");
      assertThat(page.locator("#timeline")).containsText(BrokenDialplan.expected(dialled));
      assertThat(page.locator("#state")).containsText("It would have failed at Twilio.");
      assertThat(page.locator("#calls")).containsText("would have failed at Twilio");
    }
  }

  @Test
  void aServerThatIsGoneIsSaidInWordsAndThePhoneCanBeUsedAgain() {
    try (Menu menu = new Menu()) {
      open(1280, 900, menu.url());
      choose("Who calls", "somebody outside");
      page.getByLabel("Which number of ours").fill("+15035550101");
      press("Call");
      assertThat(page.locator("#state")).containsText("Press keys.");
    }
    assertThat(page.locator("#message"))
        .hasText("The local server does not answer: is scripts/dev still running?");
    assertThat(button("Call")).isEnabled();
    assertThat(button("Hang up")).isDisabled();
  }

  /** A host of the page whose dialplans are a test's own. */
  private static class Host implements AutoCloseable {
    private final StandInServer server;

    Host(Map<String, Handler> dialplans) {
      server =
          StandInServer.start(
              routes -> {
                new PhonePage(() -> Checkout.variables(Map.of())).addTo(routes);
                dialplans.forEach(
                    (name, answer) -> routes.post("/api/v1/web/local/dialplans/" + name, answer));
              });
    }

    String url() {
      return server.url();
    }

    @Override
    public void close() {
      server.close();
    }
  }

  /** One whose incoming calls hear a menu, which none of the project's dialplans has. */
  private static final class Menu extends Host {
    Menu() {
      super(
          Map.of(
              "incoming",
              request ->
                  request
                      .contentType("text/xml")
                      .result(
                          "<Response><Gather numDigits='1' timeout='60' action='chosen'>"
                              + "<Say>Press one</Say></Gather></Response>"),
              "chosen",
              request ->
                  request
                      .contentType("text/xml")
                      .result(
                          "<Response><Say>You pressed "
                              + request.formParam("Digits")
                              + "</Say></Response>")));
    }
  }
}
