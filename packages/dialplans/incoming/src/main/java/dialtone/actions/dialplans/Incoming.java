package dialtone.actions.dialplans;

import com.google.gson.JsonObject;
import dialtone.core.action.VoiceAction;
import dialtone.core.directory.DirectorySource;
import dialtone.core.directory.ExtensionsTable;
import dialtone.core.host.Environment;
import dialtone.core.host.HostEnvironment;
import dialtone.core.host.Settings;
import dialtone.core.log.Log;
import java.time.Clock;

/** The voice URL of our phone numbers: somebody outside calls one of them. */
public final class Incoming {
  private static final VoiceAction ACTION = action(new HostEnvironment(), new Log(System.out));

  private Incoming() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }

  private static VoiceAction action(Environment environment, Log log) {
    Settings settings = new Settings(environment);
    DirectorySource directory = ExtensionsTable.open(environment, Clock.systemUTC(), log);
    return new VoiceAction(
        "dialplans/incoming",
        environment,
        settings,
        new IncomingDialplan(directory, settings),
        log);
  }
}
