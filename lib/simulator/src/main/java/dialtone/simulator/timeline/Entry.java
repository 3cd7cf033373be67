package dialtone.simulator.timeline;

import com.google.gson.JsonObject;
import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.webhook.Exchange;
import dialtone.simulator.webhook.Reply;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;

/** Something that happened in a call. */
public sealed interface Entry {

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

  /**
   * Twilio asked a URL.
   *
   * @param purpose why: {@code voice URL}, {@code action of <Dial>}, {@code status callback}
   */
  record Asked(Duration at, String purpose, Exchange exchange) implements Entry {
    @Override
    public String kind() {
      return "request";
    }

    @Override
    public String story() {
      String answer =
          exchange.reply().map(reply -> String.valueOf(reply.status())).orElse("no answer");
      return "%s: %s %s → %s in %d ms"
          .formatted(
              purpose,
              exchange.request().method(),
              exchange.url(),
              answer,
              exchange.milliseconds());
    }

    @Override
    public void facts(JsonObject json) {
      json.addProperty("purpose", purpose);
      json.addProperty("method", exchange.request().method().name());
      json.addProperty("url", exchange.url());
      json.addProperty("milliseconds", exchange.milliseconds());
      JsonObject parameters = new JsonObject();
      for (Map.Entry<String, String> each : exchange.request().parameters().entrySet()) {
        parameters.addProperty(each.getKey(), each.getValue());
      }
      json.add("parameters", parameters);
      if (exchange.reply().isPresent()) {
        Reply reply = exchange.reply().get();
        json.addProperty("status", reply.status());
        json.addProperty("contentType", reply.contentType().orElse(""));
        json.addProperty("body", reply.body());
      }
    }
  }

  /** Twilio began with a verb, given as its start tag. */
  record Performed(Duration at, String tag) implements Entry {
    @Override
    public String kind() {
      return "verb";
    }

    @Override
    public String story() {
      return tag;
    }
  }

  /**
   * The caller hears something.
   *
   * @param what the words, the file or the keys; empty if the sound says it all
   */
  record Heard(Duration at, Sound sound, String what) implements Entry {
    @Override
    public String kind() {
      return "heard";
    }

    @Override
    public String story() {
      return "the caller hears " + (what.isEmpty() ? sound.words() : sound.words() + ": " + what);
    }

    @Override
    public void facts(JsonObject json) {
      json.addProperty("sound", sound.words());
      json.addProperty("what", what);
    }
  }

  /** The caller pressed a key while Twilio listened. */
  record Pressed(Duration at, char key) implements Entry {
    @Override
    public String kind() {
      return "key";
    }

    @Override
    public String story() {
      return "the caller presses " + key;
    }

    @Override
    public void facts(JsonObject json) {
      json.addProperty("key", String.valueOf(key));
    }
  }

  /** Twilio listens for keys from here on, or no longer. */
  record Listening(Duration at, boolean begins) implements Entry {
    @Override
    public String kind() {
      return "listening";
    }

    @Override
    public String story() {
      return begins ? "Twilio listens for keys" : "Twilio listens no longer";
    }

    @Override
    public void facts(JsonObject json) {
      json.addProperty("begins", begins);
    }
  }

  /** The caller's own call was answered: from here on it costs money. */
  record Answered(Duration at) implements Entry {
    @Override
    public String kind() {
      return "answered";
    }

    @Override
    public String story() {
      return "the caller's call is answered";
    }
  }

  /** Another end rings. */
  record LegRings(Duration at, Leg leg) implements Entry {
    @Override
    public String kind() {
      return "rings";
    }

    @Override
    public String story() {
      return "it rings " + leg.address() + " with caller ID " + leg.callerId();
    }

    @Override
    public void facts(JsonObject json) {
      Entry.leg(leg, json);
    }
  }

  /** Another end answered and is connected with the caller. */
  record LegAnswers(Duration at, Leg leg) implements Entry {
    @Override
    public String kind() {
      return "connected";
    }

    @Override
    public String story() {
      return leg.address() + " answers: they talk";
    }

    @Override
    public void facts(JsonObject json) {
      Entry.leg(leg, json);
    }
  }

  /**
   * A call to another end is over.
   *
   * @param status {@code completed, busy, no-answer, failed, canceled}
   * @param sipCode the SIP response, where one was given
   * @param seconds how long they talked
   */
  record LegEnds(Duration at, Leg leg, String status, OptionalInt sipCode, long seconds, String why)
      implements Entry {
    @Override
    public String kind() {
      return "leg-ended";
    }

    @Override
    public String story() {
      String code = sipCode.isPresent() ? " (SIP " + sipCode.getAsInt() + ")" : "";
      return leg.address() + ": " + status + code + (why.isEmpty() ? "" : ", " + why);
    }

    @Override
    public void facts(JsonObject json) {
      Entry.leg(leg, json);
      json.addProperty("status", status);
      json.addProperty("seconds", seconds);
      sipCode.ifPresent(code -> json.addProperty("sipCode", code));
    }
  }

  /** An emergency number was to be called: the simulator never does. */
  record NotPlaced(Duration at, String number, String callerId) implements Entry {
    @Override
    public String kind() {
      return "not-placed";
    }

    @Override
    public String story() {
      return number
          + " would be called with caller ID "
          + callerId
          + ": an emergency call is never placed here";
    }

    @Override
    public void facts(JsonObject json) {
      json.addProperty("address", number);
      json.addProperty("callerId", callerId);
    }
  }

  /** The dialplan asked for something that Twilio has and the simulator does not do. */
  record NotSimulated(Duration at, String what) implements Entry {
    @Override
    public String kind() {
      return "not-simulated";
    }

    @Override
    public String story() {
      return "the simulator does not do " + what;
    }
  }

  /** Something that Twilio would log in its debugger. */
  record Logged(Duration at, Flaw flaw) implements Entry {
    @Override
    public String kind() {
      return flaw.error().level().name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String story() {
      return flaw.toString();
    }

    @Override
    public void facts(JsonObject json) {
      flaw.error().number().ifPresent(number -> json.addProperty("number", number));
      json.addProperty("text", flaw.error().text());
      json.addProperty("detail", flaw.detail());
      json.addProperty("breaks", flaw.breaks());
    }
  }

  /**
   * The call is over.
   *
   * @param status Twilio's {@code CallStatus}
   * @param why who or what ended it
   */
  record Ended(Duration at, String status, String why) implements Entry {
    @Override
    public String kind() {
      return "ended";
    }

    @Override
    public String story() {
      return "the call ends as " + status + ": " + why;
    }

    @Override
    public void facts(JsonObject json) {
      json.addProperty("status", status);
      json.addProperty("why", why);
    }
  }

  private static void leg(Leg leg, JsonObject json) {
    json.addProperty("address", leg.address());
    json.addProperty("callerId", leg.callerId());
    json.addProperty("legSid", leg.sid());
  }
}
