package dialtone.tools.simulator;

import dialtone.simulator.OtherEnd;
import dialtone.simulator.SimulatedCall;
import dialtone.simulator.timeline.Ended;
import dialtone.simulator.timeline.LegAnswers;
import dialtone.simulator.timeline.LegEnds;
import dialtone.simulator.timeline.LegRings;
import dialtone.simulator.timeline.Pressed;
import dialtone.simulator.webhook.RequestSignature;
import dialtone.simulator.webhook.WebhookRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** A call of the page as something to keep: a scenario file, or a command. */
final class CallCopies {
  private CallCopies() {}

  /** A scenario file that places the same call and expects what was seen. */
  static String scenario(CallForm form, Optional<SimulatedCall> seen) {
    Map<String, Object> keys = new LinkedHashMap<>();
    if (form.extension().isBlank()) {
      keys.put("name", form.from() + " calls " + form.to());
      keys.put("from", form.from());
      keys.put("to", form.to());
    } else {
      keys.put("name", form.extension() + " dials " + form.to());
      keys.put("extension", form.extension());
      keys.put("dials", form.to());
    }
    keys.put("other_end", otherEnd(form, seen));
    String pressed = form.keys().isEmpty() ? seen.map(CallCopies::keys).orElse("") : form.keys();
    if (!pressed.isEmpty()) {
      keys.put("keys", pressed);
    }
    seen.flatMap(CallCopies::callerHangsUp).ifPresent(at -> keys.put("hangs_up_after", at));
    seen.ifPresent(call -> keys.put("expect", Map.of("ends", call.status())));
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dump(keys);
  }

  /** Nobody is at the page when a scenario is played: the other end does then what it did. */
  private static Object otherEnd(CallForm form, Optional<SimulatedCall> seen) {
    if (!form.otherEnd().equals("by hand")) {
      return form.otherEnd();
    }
    Map<String, Object> ends = new LinkedHashMap<>();
    seen.ifPresent(
        call ->
            call.entries(LegRings.class)
                .forEach(rung -> ends.put(rung.leg().address(), otherEnd(call, rung).toString())));
    if (ends.isEmpty()) {
      return "answers";
    }
    return ends.size() == 1 ? ends.values().iterator().next() : ends;
  }

  private static OtherEnd otherEnd(SimulatedCall call, LegRings rung) {
    Optional<LegAnswers> answered =
        call.entries(LegAnswers.class).filter(each -> each.leg().equals(rung.leg())).findFirst();
    Optional<LegEnds> ended =
        call.entries(LegEnds.class).filter(each -> each.leg().equals(rung.leg())).findFirst();
    if (answered.isPresent()) {
      Duration talked = Duration.ofSeconds(ended.map(LegEnds::seconds).orElse(0L));
      return new OtherEnd.Answers(answered.get().at().minus(rung.at()), talked);
    }
    return ended.filter(each -> each.status().equals("busy")).isPresent()
        ? new OtherEnd.Busy()
        : new OtherEnd.NoAnswer();
  }

  private static String keys(SimulatedCall call) {
    return call.entries(Pressed.class)
        .map(each -> String.valueOf(each.key()))
        .collect(Collectors.joining());
  }

  /** When the caller ended the call, in seconds. */
  private static Optional<Double> callerHangsUp(SimulatedCall call) {
    return call.entries(Ended.class)
        .filter(each -> each.why().equals("the caller hangs up"))
        .map(each -> each.at().toMillis() / 1000.0)
        .findFirst();
  }

  /** The call's first request as a command, signed if there is a token. */
  static String curl(WebhookRequest request, Optional<String> token) {
    StringBuilder command = new StringBuilder("curl -s ").append(quoted(request.url().toString()));
    token.ifPresent(
        secret ->
            command
                .append(" \\\n  -H ")
                .append(
                    quoted(
                        "X-Twilio-Signature: "
                            + new RequestSignature(secret)
                                .of(request.url().toString(), request.parameters()))));
    request
        .parameters()
        .forEach(
            (name, value) ->
                command.append(" \\\n  --data-urlencode ").append(quoted(name + "=" + value)));
    return command.append('\n').toString();
  }

  /** A word of a shell command that stands for itself. */
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
