package dialtone.simulator;

import dialtone.simulator.timeline.Listening;
import dialtone.simulator.timeline.NotSimulated;
import dialtone.simulator.timeline.Pressed;
import dialtone.simulator.twiml.Callback;
import dialtone.simulator.twiml.Method;
import dialtone.simulator.twiml.Verb;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A {@code <Gather>}: prompts that the first key interrupts, then keys until one of its rules ends
 * it.
 */
final class Gathering {
  private final CallState call;
  private final Verb.Gather gather;
  private final URI base;
  private final StringBuilder digits = new StringBuilder();
  private Optional<String> finishedOn = Optional.empty();

  Gathering(CallState call, Verb.Gather gather, URI base) {
    this.call = call;
    this.gather = gather;
    this.base = base;
  }

  Next perform() {
    if (gather.speech()) {
      call.add(at -> new NotSimulated(at, "speech in <Gather>"));
    }
    call.add(at -> new Listening(at, true));
    boolean stays = prompts() && keys();
    call.add(at -> new Listening(at, false));
    if (!stays) {
      return Next.ENDED;
    }
    if (digits.isEmpty() && !gather.actionOnEmptyResult()) {
      return Next.CONTINUE;
    }
    Map<String, String> more = new LinkedHashMap<>();
    more.put("Digits", digits.toString());
    finishedOn.ifPresent(key -> more.put("FinishedOnKey", key));
    Callback action = gather.action().orElse(new Callback(base.toString(), Method.POST));
    return call.links().goTo("action of <Gather>", base, action, more);
  }

  /** Plays the prompts until a key is pressed; false if the caller hangs up. */
  private boolean prompts() {
    for (Verb prompt : gather.prompts()) {
      if (prompt instanceof Verb.Play play) {
        new Audio(call).check(base, play);
      }
      Sounding sounding = Sounding.of(prompt).orElseThrow();
      call.hears(sounding.sound(), sounding.what());
      Heed heed = listen(sounding.inAll());
      if (heed != Heed.NOTHING) {
        return heed != Heed.HANGS_UP;
      }
    }
    return true;
  }

  /** Takes keys until enough are there, the finishing one comes, or none for too long. */
  private boolean keys() {
    while (!isComplete()) {
      switch (listen(Duration.ofSeconds(gather.timeout()))) {
        case HANGS_UP -> {
          return false;
        }
        case NOTHING -> {
          return true;
        }
        case KEY -> {
          // the time begins anew
        }
      }
    }
    return true;
  }

  private enum Heed {
    KEY,
    NOTHING,
    HANGS_UP
  }

  private Heed listen(Duration time) {
    Duration deadline = call.clock().now().plus(time);
    while (true) {
      Optional<Act> act = call.clock().next(deadline, true);
      if (act.isEmpty()) {
        return Heed.NOTHING;
      }
      if (act.get() instanceof Act.CallerHangsUp) {
        call.callerHangsUp();
        return Heed.HANGS_UP;
      }
      if (act.get() instanceof Act.PressesKey pressed) {
        press(pressed.key());
        return Heed.KEY;
      }
    }
  }

  private void press(char key) {
    call.add(at -> new Pressed(at, key));
    if (!gather.finishOnKey().equals(String.valueOf(key))) {
      digits.append(key);
    } else if (!digits.isEmpty()) {
      // Twilio: without a digit before it, the key does not end a <Gather>.
      finishedOn = Optional.of(String.valueOf(key));
    }
  }

  private boolean isComplete() {
    return finishedOn.isPresent()
        || gather.numDigits().filter(enough -> digits.length() >= enough).isPresent();
  }
}
