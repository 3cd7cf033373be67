package dialtone.simulator.kit;

import dialtone.simulator.CallPlan;
import dialtone.simulator.CallSimulator;
import dialtone.simulator.CallbackDelivery;
import dialtone.simulator.CallerScript;
import dialtone.simulator.OtherEnd;
import dialtone.simulator.OtherEnds;
import dialtone.simulator.SimulatedCall;
import dialtone.simulator.StatusCallback;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A call that is about to be placed: what its other end and its caller will do. */
public final class PlannedCall {
  private final CallSimulator simulator;
  private CallPlan plan;
  private CallerScript caller = CallerScript.LISTENS;

  PlannedCall(CallSimulator simulator, CallPlan plan) {
    this.simulator = simulator;
    this.plan = plan;
  }

  /** Whoever is called does this, in the words of {@link OtherEnd#parse}. */
  public PlannedCall whereItIs(String whatItDoes) {
    plan = plan.with(OtherEnds.all(OtherEnd.parse(whatItDoes)));
    return this;
  }

  /** Those whom a pattern fits do this; see {@link OtherEnds}. */
  public PlannedCall where(String pattern, String whatItDoes) {
    Map<String, OtherEnd> ends = new LinkedHashMap<>();
    plan.otherEnds()
        .byPattern()
        .forEach(
            (each, end) -> {
              if (!each.equals("*")) {
                ends.put(each, end);
              }
            });
    ends.put(pattern, OtherEnd.parse(whatItDoes));
    OtherEnd everybodyElse = plan.otherEnds().byPattern().get("*");
    if (everybodyElse != null && !pattern.equals("*")) {
      ends.put("*", everybodyElse);
    }
    plan = plan.with(OtherEnds.of(ends));
    return this;
  }

  /** The caller presses keys while Twilio listens; see {@link CallerScript}. */
  public PlannedCall pressing(String keys) {
    caller = caller.pressing(keys);
    return this;
  }

  /** The caller hangs up so many seconds after the call began. */
  public PlannedCall hangingUpAfter(long seconds) {
    caller = caller.hangingUpAfter(Duration.ofSeconds(seconds));
    return this;
  }

  /** The caller leaves a message of so many seconds. */
  public PlannedCall speaking(long seconds) {
    caller = caller.speaking(Duration.ofSeconds(seconds));
    return this;
  }

  /** What Twilio asks if the voice URL fails. */
  public PlannedCall withFallback(URI url) {
    plan = plan.withFallback(url);
    return this;
  }

  /** Where the call's own end is reported. */
  public PlannedCall withStatusCallback(URI url) {
    return with(StatusCallback.atTheEnd(url));
  }

  /** Where the call's own progress is reported. */
  public PlannedCall with(StatusCallback callback) {
    plan = plan.with(callback);
    return this;
  }

  /** How status callbacks arrive. */
  public PlannedCall with(CallbackDelivery delivery) {
    plan = plan.with(delivery);
    return this;
  }

  /** Places it, in virtual time. */
  public SimulatedCall place() {
    return simulator.place(plan, caller);
  }
}
