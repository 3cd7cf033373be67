package dialtone.actions.dialplans;

import com.google.gson.JsonObject;
import dialtone.core.action.VoiceAction;
import dialtone.core.dialplan.OutgoingDialplan;
import dialtone.core.directory.ExtensionsTable;

/** The SIP domain's voice URL: an extension has dialled something. */
public final class Outgoing {
  private static final VoiceAction ACTION =
      VoiceAction.start(
          "dialplans/outgoing",
          edge -> OutgoingDialplan.toAnywhere(ExtensionsTable.open(edge), edge.settings()));

  private Outgoing() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
