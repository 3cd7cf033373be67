package dialtone.tools.simulator;

import dialtone.core.directory.Extension;
import dialtone.core.directory.ExtensionDirectory;
import dialtone.core.number.E164;
import dialtone.simulator.CallbackDelivery;
import dialtone.simulator.CallerScript;
import dialtone.simulator.Line;
import dialtone.simulator.OtherEnd;
import dialtone.simulator.OtherEnds;
import dialtone.simulator.timeline.Sound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * The calls that a person would place by hand before an instance is promoted: everything that each
 * extension can dial, whatever the other end then does, and a call to each of our numbers.
 */
final class AcceptanceMatrix {
  private static final String OUTSIDE = "+15035551212";
  private static final String OUTSIDE_DIALLED = "5035551212";
  private static final String PREMIUM = "9005551234";
  private static final String CALLER = "+15035550199";
  private static final String NOT_OURS = "+15035550999";
  private static final List<String> NONSENSE = List.of("12", "banana", "+1503", "*99");

  private static final String ANSWERS = "answers";
  private static final String NOT_THERE = "fails with SIP 404";
  private static final List<String> OTHER_ENDS = List.of(ANSWERS, "busy", "no-answer", NOT_THERE);

  private static final String NO_EXTENSION = "This phone is not set up to make calls.";
  private static final String NO_EMERGENCY =
      "Emergency calls cannot be made from this phone. Use another phone to call 911.";
  private static final String CANNOT_BE_COMPLETED =
      "Your call cannot be completed as dialed. Please check the number and try again.";
  private static final String NOT_IN_SERVICE = "The number you have dialed is not in service.";
  private static final String FAILED =
      "We're sorry, your call cannot be completed at this time. Please try again later.";

  private final Switchboard switchboard;
  private final ExtensionDirectory directory;
  private final List<Scenario> scenarios = new ArrayList<>();

  AcceptanceMatrix(Switchboard switchboard) {
    this.switchboard = switchboard;
    this.directory = switchboard.directory();
  }

  List<Scenario> scenarios() {
    directory.extensions().forEach(this::outgoing);
    add(
        "nobody known dials " + OUTSIDE_DIALLED,
        "no-such-extension",
        OUTSIDE_DIALLED,
        says(NO_EXTENSION));
    incoming();
    return List.copyOf(scenarios);
  }

  private void outgoing(Extension caller) {
    String id = caller.callerId().value();
    rung(caller, OUTSIDE_DIALLED, "a number", List.of(OUTSIDE), id);
    rung(caller, id, "its own number", sharing(caller.callerId()), id);
    others(caller);
    menu(caller, "0", "the operator", "operator");
    menu(caller, "#", "its menu", caller.outgoing());
    emergency(caller);
    refused(caller, PREMIUM, "a premium number");
    NONSENSE.forEach(text -> refused(caller, text, "nonsense"));
  }

  /** Every other extension is reached; one of them then does all that another end can do. */
  private void others(Extension caller) {
    List<Extension> others =
        directory.extensions().stream().filter(each -> !each.equals(caller)).toList();
    for (Extension callee : others) {
      String dialled = callee.number().orElse(callee.name());
      String what = "extension " + callee.name();
      String id = caller.callerId().value();
      if (callee.equals(others.get(0))) {
        rung(caller, dialled, what, List.of(callee.name()), id);
      } else {
        Expectations rung = Expectations.NONE.rings(List.of(callee.name()), id).costs(2);
        ends(caller, dialled, what, ANSWERS, rung);
      }
    }
  }

  /** Whatever the other end does, the caller hears what fits it. */
  private void rung(Extension caller, String dialled, String what, List<String> rings, String id) {
    Expectations rung = Expectations.NONE.rings(rings, id).costs(2);
    OTHER_ENDS.forEach(end -> ends(caller, dialled, what, end, rung));
    add(
        title(caller, dialled, what) + ": the caller gives up",
        caller.name(),
        dialled,
        new OtherEnd.NoAnswer(),
        CallerScript.LISTENS.hangingUpAfter(Duration.ofSeconds(8)),
        rung.ends("no-answer"));
  }

  private void ends(Extension caller, String dialled, String what, String end, Expectations rung) {
    add(
        title(caller, dialled, what) + ": " + end,
        caller.name(),
        dialled,
        OtherEnd.parse(end),
        CallerScript.LISTENS,
        heard(end, rung));
  }

  /** What the caller hears of what the other end does. */
  private static Expectations heard(String end, Expectations rung) {
    return switch (end) {
      case ANSWERS -> rung.hears(Sound.VOICE).ends("completed");
      case NOT_THERE -> rung.says(FAILED).ends("completed");
      default -> rung.hears(Sound.BUSY_SIGNAL).ends("busy");
    };
  }

  private void menu(Extension caller, String dialled, String what, String context) {
    if (switchboard.variables().get("SIP_SERVER").isPresent()) {
      rung(caller, dialled, what, List.of(context), caller.callerId().value());
    } else {
      refused(caller, dialled, what + ", without a SIP server");
    }
  }

  /** 933 reads the registered address back; 911 is answered, but never placed. */
  private void emergency(Extension caller) {
    String id = caller.callerId().value();
    Expectations refused = says(NO_EMERGENCY);
    add(
        title(caller, "933", "the emergency test"),
        caller.name(),
        "933",
        caller.emergencyEnabled()
            ? Expectations.NONE.rings(List.of("933"), id).hears(Sound.VOICE)
            : refused);
    for (String dialled : List.of("911", "+1911")) {
      add(
          title(
              caller,
              dialled,
              "never placed, " + (caller.emergencyEnabled() ? "allowed" : "refused")),
          caller.name(),
          dialled,
          caller.emergencyEnabled() ? Expectations.NONE.notPlaced("911", id).costs(1) : refused);
    }
  }

  private void refused(Extension caller, String dialled, String what) {
    add(title(caller, dialled, what), caller.name(), dialled, says(CANNOT_BE_COMPLETED));
  }

  private void incoming() {
    LinkedHashSet<E164> numbers = new LinkedHashSet<>();
    directory.extensions().forEach(extension -> numbers.add(extension.callerId()));
    for (E164 number : numbers) {
      Expectations rung = Expectations.NONE.rings(sharing(number), CALLER).costs(2);
      for (String end : OTHER_ENDS) {
        call(
            CALLER + " calls " + number + ": " + end,
            CALLER,
            number.value(),
            end,
            heard(end, rung));
      }
      call(
          "anonymous calls " + number,
          "anonymous",
          number.value(),
          ANSWERS,
          Expectations.NONE.rings(sharing(number), "anonymous").costs(2));
    }
    call(
        CALLER + " calls " + NOT_OURS + ", no number of ours",
        CALLER,
        NOT_OURS,
        ANSWERS,
        says(NOT_IN_SERVICE));
  }

  private void call(String name, String from, String to, String end, Expectations expected) {
    scenarios.add(
        new Scenario(
            name,
            board -> board.plan(new Line.Outside(from, to)),
            OtherEnds.all(OtherEnd.parse(end)),
            CallerScript.LISTENS,
            CallbackDelivery.ONCE,
            expected));
  }

  private void add(String name, String caller, String dialled, Expectations expected) {
    add(name, caller, dialled, OtherEnd.OBLIGING, CallerScript.LISTENS, expected);
  }

  private void add(
      String name,
      String caller,
      String dialled,
      OtherEnd end,
      CallerScript script,
      Expectations expected) {
    scenarios.add(
        new Scenario(
            name,
            board -> board.plan(board.extension(caller, dialled)),
            OtherEnds.all(end),
            script,
            CallbackDelivery.ONCE,
            expected));
  }

  private static String title(Extension caller, String dialled, String what) {
    return caller.name() + " dials " + dialled + ", " + what;
  }

  private List<String> sharing(E164 number) {
    return directory.calledAt(number).stream().map(Extension::name).toList();
  }

  private static Expectations says(String words) {
    return Expectations.NONE.ringsNobody().says(words).ends("completed").costs(1);
  }
}
