package dialtone.simulator;

import dialtone.simulator.timeline.Pressed;
import dialtone.simulator.timeline.Sound;
import dialtone.simulator.twiml.Callback;
import dialtone.simulator.twiml.Method;
import dialtone.simulator.twiml.Verb;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A {@code <Record>}: the caller speaks as long as its script says, and then is silent. */
final class Recording {
  private final CallState call;
  private final Verb.RecordVoice record;
  private final URI base;

  Recording(CallState call, Verb.RecordVoice record, URI base) {
    this.call = call;
    this.record = record;
    this.base = base;
  }

  Next perform() {
    if (record.playBeep()) {
      call.hears(Sound.BEEP, "");
    }
    Duration speaks = call.clock().speaks();
    Duration longest = Duration.ofSeconds(record.maxLength());
    Duration untilSilence = speaks.plusSeconds(record.timeout());
    Duration begin = call.clock().now();
    Duration end = begin.plus(untilSilence.compareTo(longest) < 0 ? untilSilence : longest);
    Optional<String> endedBy = listen(end);
    Duration passed = call.clock().now().minus(begin);
    Duration recorded = passed.compareTo(speaks) < 0 ? passed : speaks;
    boolean gone = endedBy.filter("hangup"::equals).isPresent();
    if (recorded.isZero()) {
      if (gone) {
        call.callerHangsUp();
        return Next.ENDED;
      }
      return Next.CONTINUE;
    }
    Map<String, String> more = new LinkedHashMap<>();
    String sid = Sids.next("RE");
    more.put("RecordingSid", sid);
    more.put(
        "RecordingUrl",
        "https://api.twilio.com/2010-04-01/Accounts/" + Sids.ACCOUNT + "/Recordings/" + sid);
    more.put("RecordingDuration", String.valueOf(Math.max(1, recorded.toSeconds())));
    endedBy.ifPresent(key -> more.put("Digits", key));
    Callback action = record.action().orElse(new Callback(base.toString(), Method.POST));
    if (gone) {
      call.callerHangsUp();
      call.links().tell("action of <Record>", base, action, more);
      return Next.ENDED;
    }
    return call.links().goTo("action of <Record>", base, action, more);
  }

  /** What ended it: a key, or {@code hangup} as Twilio has it; empty if time did. */
  private Optional<String> listen(Duration end) {
    while (true) {
      Optional<Act> act = call.clock().next(end, !record.finishOnKey().isEmpty());
      if (act.isEmpty()) {
        return Optional.empty();
      }
      if (act.get() instanceof Act.CallerHangsUp) {
        return Optional.of("hangup");
      }
      if (act.get() instanceof Act.PressesKey pressed
          && record.finishOnKey().indexOf(pressed.key()) >= 0) {
        call.add(at -> new Pressed(at, pressed.key()));
        return Optional.of(String.valueOf(pressed.key()));
      }
    }
  }
}
