package dialtone.simulator.timeline;

import com.google.gson.JsonObject;
import java.time.Duration;

/** Something that happened in a call. */
public sealed interface Entry
    permits Asked,
        Performed,
        Heard,
        Pressed,
        Listening,
        Answered,
        LegRings,
        LegAnswers,
        LegEnds,
        NotPlaced,
        NotSimulated,
        LeftOut,
        Logged,
        Ended {

  /** When, from the beginning of the call. */
  Duration at();

  /** One word for what it is, for programs. */
  String kind();

  /** One sentence for people, without the time. */
  String story();

  /** Adds what a program wants to know beyond the sentence. */
  default void facts(JsonObject json) {}

  /** {@code at} in seconds, {@code kind}, {@code story} and the facts. */
  default JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("at", at().toMillis() / 1000.0);
    json.addProperty("kind", kind());
    json.addProperty("story", story());
    facts(json);
    return json;
  }
}
