package dialtone.actions.dialplans;

import com.google.gson.JsonObject;
import dialtone.core.action.VoiceAction;
import dialtone.core.dialplan.OutgoingDialplan;
import dialtone.core.directory.DirectorySource;
import dialtone.core.directory.ExtensionsTable;
import dialtone.core.host.Environment;
import dialtone.core.host.HostEnvironment;
import dialtone.core.host.Settings;
import dialtone.core.log.Log;
import java.time.Clock;

/** The SIP domain's voice URL: an extension has dialled something. */
public final class Outgoing {
  private static final VoiceAction ACTION = action(new HostEnvironment(), new Log(System.out));

  private Outgoing() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }

  private static VoiceAction action(Environment environment, Log log) {
    Settings settings = new Settings(environment);
    DirectorySource directory = ExtensionsTable.open(environment, Clock.systemUTC(), log);
    return new VoiceAction(
        "dialplans/outgoing",
        environment,
        settings,
        OutgoingDialplan.toAnywhere(directory, settings),
        log);
  }
}
