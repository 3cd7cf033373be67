package dialtone.simulator;

import dialtone.simulator.OtherEnd.Answers;
import dialtone.simulator.OtherEnd.Busy;
import dialtone.simulator.OtherEnd.ByHand;
import dialtone.simulator.OtherEnd.Fails;
import dialtone.simulator.timeline.Leg;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Legs that ring together: the first that answers has the call, the others stop. */
final class Ringing {
  private static final Duration DECLINES_AFTER = Duration.ofSeconds(2);
  private static final Duration FAILS_AFTER = Duration.ofSeconds(1);

  private final CallState call;
  private final Listener listener;
  private final List<Candidate> ringing = new ArrayList<>();
  private final List<CallStatus> ended = new ArrayList<>();

  /** Is told what becomes of each leg. */
  interface Listener {
    void ended(Leg leg, CallStatus status, OptionalInt sipCode, String why);
  }

  /** A leg and what its other end does, at what time of the call. */
  private record Candidate(Leg leg, OtherEnd end, Duration begin) {
    /** When the other end does something by itself; empty if it only rings. */
    Optional<Duration> acts() {
      if (end instanceof Answers answers) {
        return Optional.of(begin.plus(answers.after()));
      }
      if (end instanceof Busy) {
        return Optional.of(begin.plus(DECLINES_AFTER));
      }
      return end instanceof Fails ? Optional.of(begin.plus(FAILS_AFTER)) : Optional.empty();
    }
  }

  /**
   * How it ended.
   *
   * @param answered the leg that answered, and what its other end does
   * @param status of the whole
   */
  record Outcome(Optional<Leg> answered, Optional<OtherEnd> end, CallStatus status) {}

  Ringing(CallState call, Listener listener) {
    this.call = call;
    this.listener = listener;
  }

  Outcome ring(List<Leg> legs, Duration timeout) {
    Duration begin = call.clock().now();
    Duration deadline = begin.plus(timeout);
    legs.forEach(
        leg -> ringing.add(new Candidate(leg, call.plan().otherEnds().at(leg.address()), begin)));
    while (!ringing.isEmpty()) {
      Optional<Candidate> first =
          ringing.stream()
              .filter(each -> each.acts().isPresent())
              .min(Comparator.comparing(each -> each.acts().orElseThrow()));
      Duration until =
          first.flatMap(Candidate::acts).filter(at -> at.compareTo(deadline) < 0).orElse(deadline);
      Optional<Act> act = call.clock().next(until, false);
      if (act.isPresent() && act.get() instanceof Act.CallerHangsUp) {
        endAll(CallStatus.CANCELED, "the caller hangs up");
        return new Outcome(Optional.empty(), Optional.empty(), CallStatus.CANCELED);
      }
      Optional<Outcome> outcome =
          act.isPresent()
              ? byHand(act.get())
              : first.filter(each -> each.acts().orElseThrow().compareTo(deadline) < 0).isPresent()
                  ? byItself(first.get())
                  : atDeadline();
      if (outcome.isPresent()) {
        return outcome.get();
      }
    }
    return new Outcome(Optional.empty(), Optional.empty(), statusOfAll());
  }

  private Optional<Outcome> byHand(Act act) {
    Optional<Candidate> rung =
        ringing.stream().filter(each -> each.end() instanceof ByHand).findFirst();
    if (rung.isPresent() && act instanceof Act.OtherEndAnswers) {
      return Optional.of(answer(rung.get()));
    }
    if (rung.isPresent() && act instanceof Act.OtherEndDeclines) {
      end(rung.get(), CallStatus.BUSY, OptionalInt.of(486), "it declines");
    }
    return Optional.empty();
  }

  private Optional<Outcome> byItself(Candidate candidate) {
    if (candidate.end() instanceof Answers) {
      return Optional.of(answer(candidate));
    }
    if (candidate.end() instanceof Fails fails) {
      end(candidate, CallStatus.FAILED, OptionalInt.of(fails.sipCode()), "");
    } else {
      end(candidate, CallStatus.BUSY, OptionalInt.of(486), "");
    }
    return Optional.empty();
  }

  private Optional<Outcome> atDeadline() {
    endAll(CallStatus.NO_ANSWER, "nobody answers in time");
    return Optional.empty();
  }

  private Outcome answer(Candidate candidate) {
    ringing.remove(candidate);
    endAll(CallStatus.CANCELED, "another answered first");
    return new Outcome(
        Optional.of(candidate.leg()), Optional.of(candidate.end()), CallStatus.COMPLETED);
  }

  private void endAll(CallStatus status, String why) {
    List.copyOf(ringing).forEach(each -> end(each, status, OptionalInt.empty(), why));
  }

  private void end(Candidate candidate, CallStatus status, OptionalInt sipCode, String why) {
    ringing.remove(candidate);
    ended.add(status);
    listener.ended(candidate.leg(), status, sipCode, why);
  }

  /**
   * Somebody who is busy says more than a phone that rings, and that more than one that is not
   * there.
   */
  private CallStatus statusOfAll() {
    return ended.contains(CallStatus.BUSY)
        ? CallStatus.BUSY
        : ended.contains(CallStatus.NO_ANSWER) ? CallStatus.NO_ANSWER : CallStatus.FAILED;
  }
}
