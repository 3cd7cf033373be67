package dialtone.actions.dialplans;

import com.google.gson.JsonObject;
import dialtone.core.action.VoiceAction;
import dialtone.core.directory.ExtensionsTable;

/** The voice URL of our phone numbers: somebody outside calls one of them. */
public final class Incoming {
  private static final VoiceAction ACTION =
      VoiceAction.start(
          "dialplans/incoming",
          edge -> new IncomingDialplan(ExtensionsTable.open(edge), edge.settings()));

  private Incoming() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
