package dialtone.actions.dialplans;

import com.google.gson.JsonObject;
import dialtone.core.action.VoiceAction;
import dialtone.core.host.Environment;
import dialtone.core.host.HostEnvironment;
import dialtone.core.host.Settings;
import dialtone.core.log.Log;

/** Tells a caller why the call is not put through, and hangs up. */
public final class Reject {
  private static final VoiceAction ACTION = action(new HostEnvironment(), new Log(System.out));

  private Reject() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }

  private static VoiceAction action(Environment environment, Log log) {
    return new VoiceAction(
        "dialplans/reject", environment, new Settings(environment), new RejectDialplan(), log);
  }
}
