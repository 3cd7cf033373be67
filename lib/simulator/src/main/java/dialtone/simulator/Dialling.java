package dialtone.simulator;

import dialtone.simulator.timeline.Leg;
import dialtone.simulator.timeline.NotPlaced;
import dialtone.simulator.timeline.Sound;
import dialtone.simulator.twiml.Noun;
import dialtone.simulator.twiml.Verb;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A {@code <Dial>}: it rings, they talk, and its action is told how it ended. */
final class Dialling {
  private final CallState call;
  private final Verb.Dial dial;
  private final URI base;
  private final LegProgress progress;
  private Optional<Leg> last = Optional.empty();

  Dialling(CallState call, Verb.Dial dial, URI base) {
    this.call = call;
    this.dial = dial;
    this.base = base;
    this.progress = new LegProgress(call, base);
  }

  Next perform() {
    Optional<String> emergency = DialCheck.emergency(dial.nouns());
    if (emergency.isPresent()) {
      return notPlaced(emergency.get());
    }
    List<Noun> nouns = new DialCheck(call).callable(dial);
    if (dial.answerOnBridge()) {
      call.keepRinging();
    } else {
      call.answer();
    }
    if (nouns.isEmpty()) {
      return finish(CallStatus.FAILED, 0);
    }
    call.hears(Sound.RINGING, "");
    Ringing.Outcome outcome = ring(nouns);
    if (outcome.status() == CallStatus.CANCELED) {
      call.callerHangsUp();
    }
    if (outcome.answered().isEmpty()) {
      return finish(outcome.status(), 0);
    }
    long seconds = talk(outcome.answered().get(), outcome.end().orElseThrow());
    return finish(meets() ? CallStatus.ANSWERED : CallStatus.COMPLETED, seconds);
  }

  private Next notPlaced(String number) {
    call.add(at -> new NotPlaced(at, number, callerId()));
    call.end(CallStatus.COMPLETED, "an emergency call is never placed here");
    return Next.ENDED;
  }

  /** All together, or one after the other until one answers. */
  private Ringing.Outcome ring(List<Noun> nouns) {
    Ringing.Outcome outcome = null;
    for (List<Noun> together :
        dial.sequential() ? nouns.stream().map(List::of).toList() : List.of(nouns)) {
      List<Leg> legs = new ArrayList<>();
      for (Noun noun : together) {
        Leg leg = new Leg(Sids.next("CA"), noun.address(), callerId());
        legs.add(leg);
        progress.rings(leg, noun);
        last = Optional.of(leg);
      }
      outcome = new Ringing(call, progress).ring(legs, Duration.ofSeconds(dial.timeout()));
      if (outcome.answered().isPresent() || outcome.status() == CallStatus.CANCELED) {
        break;
      }
    }
    return outcome;
  }

  /** How long they talked, in seconds. */
  private long talk(Leg leg, OtherEnd end) {
    last = Optional.of(leg);
    call.answer();
    progress.answers(leg);
    call.hears(Sound.VOICE, "");
    Duration begin = call.clock().now();
    Duration limit = Duration.ofSeconds(dial.timeLimit());
    Optional<Duration> talks =
        end instanceof OtherEnd.Answers answers
            ? Optional.of(answers.talks()).filter(time -> time.compareTo(limit) < 0)
            : Optional.empty();
    Optional<Act> act = firstAct(begin.plus(talks.orElse(limit)));
    long seconds = call.clock().now().minus(begin).toSeconds();
    String why =
        act.isPresent()
            ? words(act.get())
            : talks.isPresent()
                ? "the other end hangs up"
                : "the time limit of " + dial.timeLimit() + " s is over";
    progress.hangsUp(leg, seconds, why);
    if (act.filter(Act.CallerHangsUp.class::isInstance).isPresent()) {
      call.callerHangsUp();
    }
    return seconds;
  }

  /** What somebody does that ends the talk; empty if time does. */
  private Optional<Act> firstAct(Duration end) {
    while (true) {
      Optional<Act> act = call.clock().next(end, dial.hangupOnStar());
      boolean star =
          dial.hangupOnStar()
              && act.filter(each -> each.equals(new Act.PressesKey('*'))).isPresent();
      if (act.isEmpty()
          || act.get() instanceof Act.CallerHangsUp
          || act.get() instanceof Act.OtherEndHangsUp
          || star) {
        return act;
      }
    }
  }

  private static String words(Act act) {
    return act instanceof Act.CallerHangsUp
        ? "the caller hangs up"
        : act instanceof Act.OtherEndHangsUp ? "the other end hangs up" : "the caller presses *";
  }

  /**
   * Twilio tells the action also when the caller is gone, but then does nothing that it answers.
   */
  private Next finish(CallStatus status, long seconds) {
    if (dial.action().isEmpty()) {
      return call.isOver() ? Next.ENDED : Next.CONTINUE;
    }
    Map<String, String> more = new LinkedHashMap<>();
    more.put("DialCallStatus", status.toString());
    boolean talked = status == CallStatus.COMPLETED || status == CallStatus.ANSWERED;
    if (!meets()) {
      last.ifPresent(leg -> more.put("DialCallSid", leg.sid()));
    }
    if (status == CallStatus.COMPLETED) {
      more.put("DialCallDuration", String.valueOf(seconds));
    }
    more.put("DialBridged", String.valueOf(talked));
    if (dial.nouns().stream().anyMatch(Noun.Sip.class::isInstance) && last.isPresent()) {
      more.put("DialSipCallId", last.get().sid() + "@0.0.0.0");
      progress
          .lastSipCode()
          .ifPresent(code -> more.put("DialSipResponseCode", String.valueOf(code)));
    }
    if (talked && dial.recorded()) {
      more.put(
          "RecordingUrl",
          "https://api.twilio.com/2010-04-01/Accounts/"
              + Sids.ACCOUNT
              + "/Recordings/"
              + Sids.next("RE"));
    }
    if (call.isOver()) {
      call.links().tell("action of <Dial>", base, dial.action().get(), more);
      return Next.ENDED;
    }
    return call.links().goTo("action of <Dial>", base, dial.action().get(), more);
  }

  private boolean meets() {
    return dial.nouns().stream().anyMatch(Noun.Conference.class::isInstance);
  }

  private String callerId() {
    return dial.callerId().orElse(call.plan().line().from());
  }
}
