package dialtone.tools.simulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dialtone.simulator.Act;
import dialtone.simulator.LiveClock;
import dialtone.simulator.SimulatedCall;
import dialtone.simulator.timeline.Asked;
import dialtone.simulator.timeline.Entry;
import dialtone.simulator.webhook.WebhookRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call of the page: its timeline as far as it has come, and how to act in it. */
final class PageCall {
  private final int id;
  private final Instant placed;
  private final CallForm form;
  private final Optional<LiveClock> clock;
  private final List<Entry> timeline = new ArrayList<>();
  private Optional<SimulatedCall> ended = Optional.empty();
  private Optional<String> defect = Optional.empty();

  /**
   * @param clock of a call in real time; none, if it is over at once
   */
  PageCall(int id, Instant placed, CallForm form, Optional<LiveClock> clock) {
    this.id = id;
    this.placed = placed;
    this.form = form;
    this.clock = clock;
  }

  int id() {
    return id;
  }

  CallForm form() {
    return form;
  }

  synchronized void add(Entry entry) {
    timeline.add(entry);
  }

  synchronized void end(SimulatedCall call) {
    ended = Optional.of(call);
  }

  synchronized void broke(RuntimeException e) {
    defect = Optional.of("the simulator failed: " + e);
  }

  /** Somebody does something; nothing happens in a call that is over. */
  void act(Act act) {
    clock.ifPresent(live -> live.act(act));
  }

  /** The whole call; empty before it is over. */
  synchronized Optional<SimulatedCall> ended() {
    return ended;
  }

  /** The first request of the call; empty before it is made. */
  synchronized Optional<WebhookRequest> firstRequest() {
    return timeline.stream()
        .filter(Asked.class::isInstance)
        .map(entry -> ((Asked) entry).exchange().request())
        .findFirst();
  }

  /** What the page shows of it, with the entries from an index on. */
  synchronized JsonObject json(int from) {
    JsonObject json = new JsonObject();
    json.addProperty("id", id);
    json.addProperty("placed", placed.toString());
    json.add("form", form.json());
    json.addProperty("over", ended.isPresent() || defect.isPresent());
    JsonArray entries = new JsonArray();
    timeline.stream().skip(from).forEach(entry -> entries.add(entry.json()));
    json.add("timeline", entries);
    ended.ifPresent(
        call -> {
          json.addProperty("status", call.status());
          json.addProperty("failed", call.failed());
          json.addProperty("seconds", call.duration().toMillis() / 1000.0);
          json.addProperty("invocations", call.invocations());
        });
    defect.ifPresent(text -> json.addProperty("defect", text));
    return json;
  }
}
