package dialtone.actions.dialplans;

import com.google.gson.JsonObject;
import dialtone.core.action.VoiceAction;
import dialtone.core.directory.DirectorySource;
import dialtone.core.directory.ExtensionsTable;
import dialtone.core.events.SnsCallEvents;
import dialtone.telephone.feed.CallFeed;

/** The action URL of every {@code <Dial>}: the call that it made has ended. */
public final class DialStatus {
  private static final VoiceAction ACTION =
      VoiceAction.start(
          "dialplans/dial_status",
          edge -> {
            DirectorySource directory = ExtensionsTable.open(edge);
            return new DialStatusDialplan(
                directory, SnsCallEvents.open(edge), CallFeed.open(edge, directory), edge.log());
          });

  private DialStatus() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
