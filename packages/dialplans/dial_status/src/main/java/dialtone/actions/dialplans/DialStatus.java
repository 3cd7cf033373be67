package dialtone.actions.dialplans;

import com.google.gson.JsonObject;
import dialtone.core.action.VoiceAction;
import dialtone.core.directory.ExtensionsTable;
import dialtone.core.events.SnsCallEvents;
import dialtone.core.host.Environment;
import dialtone.core.host.HostEnvironment;
import dialtone.core.host.Settings;
import dialtone.core.log.Log;
import java.time.Clock;

/** The action URL of every {@code <Dial>}: the call that it made has ended. */
public final class DialStatus {
  private static final VoiceAction ACTION = action(new HostEnvironment(), new Log(System.out));

  private DialStatus() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }

  private static VoiceAction action(Environment environment, Log log) {
    Clock clock = Clock.systemUTC();
    return new VoiceAction(
        "dialplans/dial_status",
        environment,
        new Settings(environment),
        new DialStatusDialplan(
            ExtensionsTable.open(environment, clock, log),
            SnsCallEvents.open(environment, clock, log),
            log),
        log);
  }
}
