package dialtone.actions.dialplans;

import com.google.gson.JsonObject;
import dialtone.core.action.VoiceAction;
import dialtone.core.directory.ExtensionsTable;
import dialtone.core.events.SnsCallEvents;

/** The action URL of every {@code <Dial>}: the call that it made has ended. */
public final class DialStatus {
  private static final VoiceAction ACTION =
      VoiceAction.start(
          "dialplans/dial_status",
          edge ->
              new DialStatusDialplan(
                  ExtensionsTable.open(edge), SnsCallEvents.open(edge), edge.log()));

  private DialStatus() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
