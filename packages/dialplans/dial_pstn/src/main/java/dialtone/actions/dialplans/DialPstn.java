package dialtone.actions.dialplans;

import com.google.gson.JsonObject;
import dialtone.core.action.VoiceAction;
import dialtone.core.dialplan.OutgoingDialplan;
import dialtone.core.directory.ExtensionsTable;

/** An extension calls a number of the public network. */
public final class DialPstn {
  private static final VoiceAction ACTION =
      VoiceAction.start(
          "dialplans/dial_pstn",
          edge -> OutgoingDialplan.toPstn(ExtensionsTable.open(edge), edge.settings()));

  private DialPstn() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
