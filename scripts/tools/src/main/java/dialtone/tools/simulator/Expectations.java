package dialtone.tools.simulator;

import dialtone.simulator.SimulatedCall;
import dialtone.simulator.timeline.Heard;
import dialtone.simulator.timeline.Leg;
import dialtone.simulator.timeline.LegRings;
import dialtone.simulator.timeline.Logged;
import dialtone.simulator.timeline.NotPlaced;
import dialtone.simulator.timeline.NotSimulated;
import dialtone.simulator.timeline.Sound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is expected of a call. What is left empty is not looked at; but Twilio must be able to do
 * all that the dialplan asks for, unless it is expected to log something.
 *
 * @param rings exactly these, in any order; of a SIP URI the user part will do
 * @param callerId what everybody who is rung sees
 * @param hears sounds, by their words
 * @param says words that the caller hears
 * @param ends Twilio's {@code CallStatus} at the end
 * @param notPlaced an emergency number that would have been called
 * @param logs numbers of Twilio's error dictionary
 */
record Expectations(
    Optional<List<String>> rings,
    Optional<String> callerId,
    List<String> hears,
    Optional<String> says,
    Optional<String> ends,
    Optional<Integer> invocations,
    Optional<String> notPlaced,
    List<Integer> logs) {

  static final Expectations NONE =
      new Expectations(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  Expectations rings(List<String> addresses, String callerId) {
    return new Expectations(
        Optional.of(addresses),
        Optional.of(callerId),
        hears,
        says,
        ends,
        invocations,
        notPlaced,
        logs);
  }

  Expectations ringsNobody() {
    return new Expectations(
        Optional.of(List.of()), callerId, hears, says, ends, invocations, notPlaced, logs);
  }

  Expectations hears(Sound sound) {
    return new Expectations(
        rings, callerId, List.of(sound.words()), says, ends, invocations, notPlaced, logs);
  }

  Expectations says(String words) {
    return new Expectations(
        rings, callerId, hears, Optional.of(words), ends, invocations, notPlaced, logs);
  }

  Expectations ends(String status) {
    return new Expectations(
        rings, callerId, hears, says, Optional.of(status), invocations, notPlaced, logs);
  }

  Expectations costs(int calls) {
    return new Expectations(
        rings, callerId, hears, says, ends, Optional.of(calls), notPlaced, logs);
  }

  Expectations notPlaced(String number, String id) {
    return new Expectations(
        Optional.of(List.of()),
        Optional.of(id),
        hears,
        says,
        ends,
        invocations,
        Optional.of(number),
        logs);
  }

  /** What is different in a call, a sentence each. */
  List<String> differences(SimulatedCall call) {
    List<String> differences = new ArrayList<>();
    List<Leg> rung = call.entries(LegRings.class).map(LegRings::leg).toList();
    rings
        .filter(expected -> !sameAddresses(expected, rung))
        .ifPresent(
            expected ->
                differences.add(
                    "should ring "
                        + expected
                        + " but rang "
                        + rung.stream().map(Leg::address).toList()));
    callerId.ifPresent(
        id -> {
          List<String> seen = new ArrayList<>(rung.stream().map(Leg::callerId).toList());
          call.entries(NotPlaced.class).map(NotPlaced::callerId).forEach(seen::add);
          if (!seen.stream().allMatch(id::equals)) {
            differences.add("should show caller ID " + id + " but showed " + seen);
          }
        });
    List<String> heard = call.entries(Heard.class).map(each -> each.sound().words()).toList();
    hears.stream()
        .filter(sound -> !heard.contains(sound))
        .forEach(
            sound -> differences.add("the caller should hear " + sound + " but heard " + heard));
    List<String> spoken =
        call.entries(Heard.class)
            .filter(each -> each.sound() == Sound.SPEECH)
            .map(Heard::what)
            .toList();
    says.filter(words -> !spoken.contains(words))
        .ifPresent(words -> differences.add("should say \"" + words + "\" but said " + spoken));
    ends.filter(status -> !status.equals(call.status()))
        .ifPresent(
            status ->
                differences.add("should end as " + status + " but ended as " + call.status()));
    invocations
        .filter(number -> number != call.invocations())
        .ifPresent(
            number ->
                differences.add(
                    "should cost " + number + " invocations but cost " + call.invocations()));
    List<String> emergency = call.entries(NotPlaced.class).map(NotPlaced::number).toList();
    if (!emergency.equals(notPlaced.stream().toList())) {
      differences.add(
          "should answer "
              + notPlaced
                  .map(number -> "with a call to " + number)
                  .orElse("without an emergency call")
              + " but answered "
              + (emergency.isEmpty() ? "without one" : "with a call to " + emergency));
    }
    checkLog(call, differences);
    return differences;
  }

  private void checkLog(SimulatedCall call, List<String> differences) {
    List<Integer> logged =
        call.entries(Logged.class)
            .flatMap(each -> each.flaw().error().number().stream().boxed())
            .toList();
    logs.stream()
        .filter(number -> !logged.contains(number))
        .forEach(
            number -> differences.add("Twilio should log " + number + " but logged " + logged));
    if (logs.isEmpty() && (call.failed() || !logged.isEmpty())) {
      call.timeline().stream()
          .filter(each -> each instanceof Logged || each instanceof NotSimulated)
          .forEach(each -> differences.add(each.story()));
    }
  }

  private static boolean sameAddresses(List<String> expected, List<Leg> rung) {
    List<String> left = new ArrayList<>(expected);
    for (Leg leg : rung) {
      String user = leg.address().replaceFirst("^sips?:", "").replaceFirst("[@;?].*$", "");
      if (!left.remove(leg.address()) && !left.remove(user)) {
        return false;
      }
    }
    return left.isEmpty();
  }
}
