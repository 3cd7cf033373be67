package dialtone.simulator;

import dialtone.simulator.timeline.Answered;
import dialtone.simulator.timeline.Ended;
import dialtone.simulator.timeline.Entry;
import dialtone.simulator.timeline.Heard;
import dialtone.simulator.timeline.Logged;
import dialtone.simulator.timeline.Sound;
import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.webhook.WebhookClient;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** One call as it goes on: its identity and parameters, its time, and what has happened in it. */
final class CallState {
  /** The longest that Twilio lets a call go on. */
  static final Duration LONGEST = Duration.ofHours(4);

  static final String TOO_LONG = "no call lasts longer than 4 hours";

  private final CallPlan plan;
  private final CallClock clock;
  private final WebhookClient webhooks;
  private final Consumer<Entry> timeline;
  private final Instant start;
  private final String sid = Sids.next("CA");
  private final Links links;
  private final StatusCallbacks callbacks;
  private CallStatus status = CallStatus.RINGING;
  private Optional<Duration> answered = Optional.empty();
  private boolean keptRinging;

  CallState(
      CallPlan plan,
      CallClock clock,
      WebhookClient webhooks,
      Instant start,
      Consumer<Entry> timeline) {
    this.plan = plan;
    this.clock = clock;
    this.webhooks = webhooks;
    this.start = start;
    this.timeline = timeline;
    this.links = new Links(this);
    this.callbacks = new StatusCallbacks(this, plan.callbacks());
  }

  CallPlan plan() {
    return plan;
  }

  String sid() {
    return sid;
  }

  CallClock clock() {
    return clock;
  }

  WebhookClient webhooks() {
    return webhooks;
  }

  Links links() {
    return links;
  }

  StatusCallbacks callbacks() {
    return callbacks;
  }

  Instant instant() {
    return start.plus(clock.now());
  }

  CallStatus status() {
    return status;
  }

  boolean isAnswered() {
    return answered.isPresent();
  }

  boolean isOver() {
    return status != CallStatus.RINGING && status != CallStatus.IN_PROGRESS;
  }

  /** What Twilio tells in every request about this call. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new LinkedHashMap<>();
    parameters.put("CallSid", sid);
    parameters.put("AccountSid", Sids.ACCOUNT);
    parameters.put("From", plan.line().from());
    parameters.put("To", plan.line().to());
    parameters.put("CallStatus", status.toString());
    parameters.put("ApiVersion", "2010-04-01");
    parameters.put("Direction", plan.line().direction());
    parameters.putAll(plan.line().more());
    return parameters;
  }

  void add(Function<Duration, Entry> entry) {
    timeline.accept(entry.apply(clock.now()));
  }

  void log(Flaw flaw) {
    add(at -> new Logged(at, flaw));
  }

  void hears(Sound sound, String what) {
    add(at -> new Heard(at, sound, what));
  }

  /** Picks up for the caller, if nobody has. */
  void answer() {
    if (!isAnswered()) {
      answered = Optional.of(clock.now());
      status = CallStatus.IN_PROGRESS;
      add(Answered::new);
    }
  }

  /** Leaves the caller's call ringing until another end answers. */
  void keepRinging() {
    keptRinging = true;
  }

  boolean wasKeptRinging() {
    return keptRinging;
  }

  /**
   * Lets time pass; keys that are pressed meanwhile are lost, as at Twilio.
   *
   * @return false if the caller hung up, or the longest call is over
   */
  boolean pass(Duration time) {
    Duration wanted = clock.now().plus(time);
    Duration end = wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    while (true) {
      Optional<Act> act = clock.next(end, false);
      if (act.isEmpty()) {
        if (wanted.compareTo(LONGEST) < 0) {
          return true;
        }
        end(CallStatus.COMPLETED, TOO_LONG);
        return false;
      }
      if (act.get() instanceof Act.CallerHangsUp) {
        callerHangsUp();
        return false;
      }
    }
  }

  void callerHangsUp() {
    end(isAnswered() ? CallStatus.COMPLETED : CallStatus.NO_ANSWER, "the caller hangs up");
  }

  /** Ends the call, once. */
  void end(CallStatus last, String why) {
    if (isOver()) {
      return;
    }
    status = last;
    add(at -> new Ended(at, last.toString(), why));
  }

  /** How long the caller's call has been answered, in whole seconds as Twilio counts them. */
  long answeredSeconds() {
    return answered.map(since -> clock.now().minus(since).toSeconds()).orElse(0L);
  }
}
