package dialtone.simulator;

import dialtone.simulator.timeline.Leg;
import dialtone.simulator.timeline.LegAnswers;
import dialtone.simulator.timeline.LegEnds;
import dialtone.simulator.timeline.Sound;
import dialtone.simulator.twiml.Verb;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An {@code <Enqueue>}: the caller waits until somebody takes the call, which the script says of
 * the queue's name, or the music's document lets the caller leave. Somebody takes it between two of
 * the music's documents, not in the middle of one.
 */
final class Queueing {
  private final CallState call;
  private final Interpreter interpreter;
  private final Verb.Enqueue enqueue;
  private final URI base;

  Queueing(CallState call, Interpreter interpreter, Verb.Enqueue enqueue, URI base) {
    this.call = call;
    this.interpreter = interpreter;
    this.enqueue = enqueue;
    this.base = base;
  }

  Next perform() {
    Duration begin = call.clock().now();
    OtherEnd agent = call.plan().otherEnds().at(enqueue.queue());
    Duration comes =
        agent instanceof OtherEnd.Answers answers
            ? begin.plus(answers.after())
            : CallState.LONGEST.plusSeconds(1);
    String result = await(comes);
    long waited = call.clock().now().minus(begin).toSeconds();
    if (result.equals("bridged")) {
      result = talk(((OtherEnd.Answers) agent).talks());
    }
    Map<String, String> more = new LinkedHashMap<>();
    more.put("QueueResult", result);
    more.put("QueueTime", String.valueOf(waited));
    more.put("QueueSid", Sids.next("QU"));
    if (call.isOver()) {
      enqueue
          .action()
          .ifPresent(action -> call.links().tell("action of <Enqueue>", base, action, more));
      return Next.ENDED;
    }
    return enqueue
        .action()
        .map(action -> call.links().goTo("action of <Enqueue>", base, action, more))
        .orElse(Next.CONTINUE);
  }

  private String await(Duration comes) {
    if (enqueue.waitUrl().isEmpty()) {
      call.hears(Sound.HOLD_MUSIC, "");
      return call.pass(comes.minus(call.clock().now())) ? "bridged" : "hangup";
    }
    while (call.clock().now().compareTo(comes) < 0) {
      Map<String, String> more =
          Map.of("QueuePosition", "1", "CurrentQueueSize", "1", "QueueTime", "0");
      Next music = call.links().goTo("waitUrl of <Enqueue>", base, enqueue.waitUrl().get(), more);
      Next next = music instanceof Next.GoTo goTo ? interpreter.whileQueued(goTo) : music;
      if (next == Next.LEFT_QUEUE) {
        return "leave";
      }
      if (call.isOver()) {
        return "hangup";
      }
    }
    return "bridged";
  }

  private String talk(Duration talks) {
    Leg leg = new Leg(Sids.next("CA"), "queue " + enqueue.queue(), call.plan().line().from());
    Duration begin = call.clock().now();
    call.add(at -> new LegAnswers(at, leg));
    call.hears(Sound.VOICE, "");
    boolean stays = call.pass(talks);
    long seconds = call.clock().now().minus(begin).toSeconds();
    String why = stays ? "the other end hangs up" : "the caller hangs up";
    call.add(at -> new LegEnds(at, leg, "completed", OptionalInt.empty(), seconds, why));
    return "bridged";
  }
}
