package dialtone.tools.simulator;

import dialtone.simulator.CallPlan;
import dialtone.simulator.CallerScript;
import dialtone.simulator.LiveClock;
import dialtone.simulator.OtherEnd;
import dialtone.simulator.OtherEnds;
import dialtone.simulator.SimulatedCall;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The page's calls, the last first; older ones than fifty are forgotten. */
final class PageCalls {
  private static final int MOST = 50;

  private final Deque<PageCall> calls = new ArrayDeque<>();
  private int last;

  /** Places a call, on a thread of its own unless it is over at once. */
  PageCall place(CallForm form, Switchboard switchboard) {
    CallPlan plan =
        switchboard
            .plan(form.line(switchboard))
            .with(OtherEnds.all(OtherEnd.parse(form.otherEnd())));
    if (form.atOnce()) {
      CallerScript caller = CallerScript.LISTENS.pressing(form.keys());
      PageCall call = add(form, Optional.empty());
      SimulatedCall simulated = switchboard.simulator().place(plan, caller);
      simulated.timeline().forEach(call::add);
      call.end(simulated);
      return call;
    }
    LiveClock clock = new LiveClock(form.times());
    PageCall call = add(form, Optional.of(clock));
    Thread thread = new Thread(() -> run(call, plan, clock, switchboard), "call " + call.id());
    thread.setDaemon(true);
    thread.start();
    return call;
  }

  private static void run(PageCall call, CallPlan plan, LiveClock clock, Switchboard switchboard) {
    try {
      call.end(switchboard.simulator().place(plan, clock, call::add));
    } catch (RuntimeException e) {
      call.broke(e);
    }
  }

  synchronized Optional<PageCall> get(int id) {
    return calls.stream().filter(call -> call.id() == id).findFirst();
  }

  synchronized List<PageCall> all() {
    return List.copyOf(calls);
  }

  private synchronized PageCall add(CallForm form, Optional<LiveClock> clock) {
    PageCall call = new PageCall(++last, Instant.now(), form, clock);
    calls.addFirst(call);
    if (calls.size() > MOST) {
      calls.removeLast();
    }
    return call;
  }
}
