package dialtone.simulator;

import dialtone.simulator.timeline.Entry;
import dialtone.simulator.timeline.Leg;
import dialtone.simulator.timeline.LegEnds;
import dialtone.simulator.timeline.LegRings;
import dialtone.simulator.timeline.NotPlaced;
import dialtone.simulator.twiml.Callback;
import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.twiml.Method;
import dialtone.simulator.twiml.Noun.Event;
import dialtone.simulator.twiml.TwilioError;
import dialtone.simulator.webhook.WebhookClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Plays Twilio: places calls to functions' URLs and does what they answer. Nothing is called but
 * these URLs, and an emergency number not even in play. Safe to use from several threads.
 */
public final class CallSimulator {
  private static final Duration REST_TIMEOUT = Duration.ofSeconds(60);

  private final WebhookClient webhooks;
  private final Clock clock;

  /**
   * @param webhooks how URLs are asked
   * @param clock for the time stamps of status callbacks; a call's own time is virtual
   */
  public CallSimulator(WebhookClient webhooks, Clock clock) {
    this.webhooks = webhooks;
    this.clock = clock;
  }

  /** Places a call in virtual time, with a caller who keeps to a script. */
  public SimulatedCall place(CallPlan plan, CallerScript caller) {
    return place(plan, new ScriptedClock(caller), entry -> {});
  }

  /**
   * Places a call.
   *
   * @param watcher is told each entry as it happens
   */
  public SimulatedCall place(CallPlan plan, CallClock time, Consumer<Entry> watcher) {
    List<Entry> timeline = new ArrayList<>();
    CallState call =
        new CallState(
            plan,
            time,
            webhooks,
            clock.instant(),
            entry -> {
              timeline.add(entry);
              watcher.accept(entry);
            });
    if (plan.line() instanceof Line.Rest rest) {
      callFirst(call, rest);
    } else {
      run(call);
    }
    report(call, Event.COMPLETED, call.status());
    call.callbacks().flush();
    return new SimulatedCall(plan.line(), call.sid(), timeline);
  }

  private static void run(CallState call) {
    CallPlan plan = call.plan();
    new Interpreter(call).run(new Next.GoTo("voice URL", plan.url(), plan.method(), Map.of()));
  }

  /** The REST API calls first, and asks the URL when somebody has answered. */
  private static void callFirst(CallState call, Line.Rest line) {
    if (DialCheck.isEmergency(line.to()).isPresent()) {
      call.add(at -> new NotPlaced(at, line.to(), line.from()));
      call.end(CallStatus.CANCELED, "an emergency call is never placed here");
      return;
    }
    Set<String> ours = call.plan().ownNumbers();
    if (!ours.isEmpty() && !ours.contains(line.from())) {
      call.log(Flaw.breaking(TwilioError.FROM_NOT_OURS, line.from() + " is no number of ours"));
      call.end(CallStatus.FAILED, "the REST API refuses it");
      return;
    }
    Leg leg = new Leg(call.sid(), line.to(), line.from());
    report(call, Event.INITIATED, CallStatus.INITIATED);
    call.add(at -> new LegRings(at, leg));
    report(call, Event.RINGING, CallStatus.RINGING);
    Ringing.Outcome outcome =
        new Ringing(
                call,
                (ended, status, sipCode, why) ->
                    call.add(at -> new LegEnds(at, ended, status.toString(), sipCode, 0, why)))
            .ring(List.of(leg), REST_TIMEOUT);
    if (outcome.answered().isEmpty()) {
      call.end(outcome.status(), "nobody is there to hear the dialplan");
      return;
    }
    call.answer();
    report(call, Event.ANSWERED, CallStatus.IN_PROGRESS);
    run(call);
  }

  private static void report(CallState call, Event event, CallStatus status) {
    call.plan()
        .statusCallback()
        .filter(callback -> callback.events().contains(event))
        .ifPresent(
            callback ->
                call.callbacks()
                    .send(
                        callback.url(),
                        new Callback(callback.url().toString(), Method.POST),
                        call.sid(),
                        status,
                        event == Event.COMPLETED
                            ? Map.of("CallDuration", String.valueOf(call.answeredSeconds()))
                            : Map.of()));
  }
}
