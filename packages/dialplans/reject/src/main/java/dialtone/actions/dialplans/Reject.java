package dialtone.actions.dialplans;

import com.google.gson.JsonObject;
import dialtone.core.action.VoiceAction;

/** Tells a caller why the call is not put through, and hangs up. */
public final class Reject {
  private static final VoiceAction ACTION =
      VoiceAction.start("dialplans/reject", edge -> new RejectDialplan());

  private Reject() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
