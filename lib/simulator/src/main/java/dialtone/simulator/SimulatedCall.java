package dialtone.simulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dialtone.simulator.timeline.Asked;
import dialtone.simulator.timeline.Ended;
import dialtone.simulator.timeline.Entry;
import dialtone.simulator.timeline.Logged;
import dialtone.simulator.timeline.NotSimulated;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * A call that is over, and all that happened in it.
 *
 * @param sid its CallSid
 */
public record SimulatedCall(Line line, String sid, List<Entry> timeline) {

  public SimulatedCall {
    timeline = List.copyOf(timeline);
  }

  /** The entries of one kind, in order. */
  public <E extends Entry> Stream<E> entries(Class<E> kind) {
    return timeline.stream().filter(kind::isInstance).map(kind::cast);
  }

  /** Twilio's {@code CallStatus} at the end. */
  public String status() {
    return entries(Ended.class).findFirst().map(Ended::status).orElse("in-progress");
  }

  /**
   * Whether Twilio could not have done what the dialplan asks for, so that something went wrong.
   */
  public boolean failed() {
    return entries(Logged.class).anyMatch(logged -> logged.flaw().breaks())
        || entries(NotSimulated.class).findAny().isPresent();
  }

  /** How long the call went on. */
  public Duration duration() {
    return timeline.isEmpty() ? Duration.ZERO : timeline.get(timeline.size() - 1).at();
  }

  /**
   * How many invocations of functions it cost: every request, tries again and callbacks included.
   */
  public long invocations() {
    return entries(Asked.class).filter(asked -> !asked.purpose().equals(Audio.PURPOSE)).count();
  }

  /** The whole story, for programs. */
  public JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("callSid", sid);
    json.addProperty("from", line.from());
    json.addProperty("to", line.to());
    json.addProperty("status", status());
    json.addProperty("failed", failed());
    json.addProperty("seconds", duration().toMillis() / 1000.0);
    json.addProperty("invocations", invocations());
    JsonArray entries = new JsonArray();
    timeline.forEach(entry -> entries.add(entry.json()));
    json.add("timeline", entries);
    return json;
  }
}
