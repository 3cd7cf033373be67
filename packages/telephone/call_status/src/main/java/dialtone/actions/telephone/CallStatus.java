package dialtone.actions.telephone;

import com.google.gson.JsonObject;
import dialtone.core.action.VoiceAction;
import dialtone.core.directory.ExtensionsTable;
import dialtone.telephone.feed.CallFeed;

/** The status callback of SIP domains and phone numbers: a call has ended. */
public final class CallStatus {
  private static final VoiceAction ACTION =
      VoiceAction.start(
          "telephone/call_status",
          edge -> new CallStatusDialplan(CallFeed.open(edge, ExtensionsTable.open(edge))));

  private CallStatus() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
