package dialtone.core.action;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.core.dialplan.Dialplan;
import dialtone.core.host.Edge;
import dialtone.core.host.Environment;
import dialtone.core.host.Settings;
import dialtone.core.log.Log;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A voice action as a host runs it: with an environment, and with a log that can be read. */
public final class Hosted {
  /** Where the function {@code dialplans/outgoing} is called. */
  public static final String URL = "https://faas.example.com/api/v1/web/fn-1/dialplans/outgoing";

  private final Map<String, String> variables =
      new HashMap<>(
          Map.of(
              "__OW_API_HOST", "https://faas.example.com",
              "__OW_NAMESPACE", "fn-1",
              "__OW_ACTION_NAME", "/fn-1/dialplans/outgoing",
              "__OW_ACTIVATION_ID", "a1",
              "SIP_DOMAIN", "example-{instance}.sip.twilio.com",
              "SIP_SERVER", "pbx-{instance}.example.com;region=us2"));
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Function<Settings, Dialplan> dialplan;

  public Hosted(Function<Settings, Dialplan> dialplan) {
    this.dialplan = dialplan;
  }

  /** Sets a variable; an empty value takes it away. */
  public Hosted with(String name, String value) {
    variables.put(name, value);
    return this;
  }

  /** Starts the action and calls it once. */
  public JsonObject call(JsonObject event) {
    Environment environment =
        name -> Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
    Log log = new Log(new PrintStream(out, true, StandardCharsets.UTF_8));
    Edge edge = new Edge(environment, new Settings(environment), Clock.systemUTC(), log);
    return new VoiceAction("dialplans/outgoing", edge, each -> dialplan.apply(each.settings()))
        .main(event);
  }

  /** The only line that was logged. */
  public JsonObject logged() {
    return JsonParser.parseString(out.toString(StandardCharsets.UTF_8).strip()).getAsJsonObject();
  }
}
