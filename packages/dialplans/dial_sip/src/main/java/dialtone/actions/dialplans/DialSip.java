package dialtone.actions.dialplans;

import com.google.gson.JsonObject;
import dialtone.core.action.VoiceAction;
import dialtone.core.dialplan.OutgoingDialplan;
import dialtone.core.directory.ExtensionsTable;

/** An extension calls the operator, its menu or another extension. */
public final class DialSip {
  private static final VoiceAction ACTION =
      VoiceAction.start(
          "dialplans/dial_sip",
          edge -> OutgoingDialplan.toSip(ExtensionsTable.open(edge), edge.settings()));

  private DialSip() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
