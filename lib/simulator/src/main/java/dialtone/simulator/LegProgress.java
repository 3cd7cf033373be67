package dialtone.simulator;

import dialtone.simulator.timeline.Leg;
import dialtone.simulator.timeline.LegAnswers;
import dialtone.simulator.timeline.LegEnds;
import dialtone.simulator.timeline.LegRings;
import dialtone.simulator.timeline.NotSimulated;
import dialtone.simulator.twiml.Noun;
import dialtone.simulator.twiml.Noun.Event;
import dialtone.simulator.twiml.Noun.Progress;
import java.net.URI;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/** Writes what becomes of a {@code <Dial>}'s legs, and reports it where the TwiML asks for it. */
final class LegProgress implements Ringing.Listener {
  private final CallState call;
  private final URI base;
  private final Map<Leg, Progress> asked = new HashMap<>();
  private OptionalInt lastSipCode = OptionalInt.empty();

  LegProgress(CallState call, URI base) {
    this.call = call;
    this.base = base;
  }

  void rings(Leg leg, Noun noun) {
    asked.put(leg, progress(noun));
    if (progress(noun).whispers()) {
      call.add(
          at ->
              new NotSimulated(
                  at,
                  "the url of a noun, which " + leg.address() + " would hear before they talk"));
    }
    report(leg, Event.INITIATED, CallStatus.INITIATED, 0);
    call.add(at -> new LegRings(at, leg));
    report(leg, Event.RINGING, CallStatus.RINGING, 0);
  }

  void answers(Leg leg) {
    lastSipCode = OptionalInt.of(200);
    call.add(at -> new LegAnswers(at, leg));
    report(leg, Event.ANSWERED, CallStatus.IN_PROGRESS, 0);
  }

  void hangsUp(Leg leg, long seconds, String why) {
    call.add(at -> new LegEnds(at, leg, "completed", OptionalInt.empty(), seconds, why));
    report(leg, Event.COMPLETED, CallStatus.COMPLETED, seconds);
  }

  @Override
  public void ended(Leg leg, CallStatus status, OptionalInt sipCode, String why) {
    lastSipCode = sipCode;
    call.add(at -> new LegEnds(at, leg, status.toString(), sipCode, 0, why));
    report(leg, Event.COMPLETED, status, 0);
  }

  /** The SIP response of the leg that ended last. */
  OptionalInt lastSipCode() {
    return lastSipCode;
  }

  private void report(Leg leg, Event event, CallStatus status, long seconds) {
    Progress progress = asked.getOrDefault(leg, Progress.NONE);
    if (progress.statusCallback().isEmpty() || !progress.events().contains(event)) {
      return;
    }
    Map<String, String> more = new LinkedHashMap<>();
    more.put("ParentCallSid", call.sid());
    more.put("Direction", "outbound-dial");
    more.put("From", leg.callerId());
    more.put("To", leg.address());
    if (event == Event.COMPLETED) {
      more.put("CallDuration", String.valueOf(seconds));
    }
    call.callbacks().send(base, progress.statusCallback().get(), leg.sid(), status, more);
  }

  private static Progress progress(Noun noun) {
    if (noun instanceof Noun.PhoneNumber number) {
      return number.progress();
    }
    if (noun instanceof Noun.Sip sip) {
      return sip.progress();
    }
    if (noun instanceof Noun.Queue queue) {
      return queue.progress();
    }
    return noun instanceof Noun.Client client ? client.progress() : Progress.NONE;
  }
}
