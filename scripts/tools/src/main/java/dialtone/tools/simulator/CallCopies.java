package dialtone.tools.simulator;

import dialtone.simulator.SimulatedCall;
import dialtone.simulator.webhook.RequestSignature;
import dialtone.simulator.webhook.WebhookRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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
    // Nobody is at the page when a scenario is played.
    keys.put("other_end", form.otherEnd().equals("by hand") ? "answers" : form.otherEnd());
    if (!form.keys().isEmpty()) {
      keys.put("keys", form.keys());
    }
    seen.ifPresent(call -> keys.put("expect", Map.of("ends", call.status())));
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dump(keys);
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
