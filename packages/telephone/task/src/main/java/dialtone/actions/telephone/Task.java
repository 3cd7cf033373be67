package dialtone.actions.telephone;

import com.google.gson.JsonObject;
import dialtone.telephone.web.TelephoneAction;
import dialtone.telephone.web.TelephoneFunctions;

/** How far the posted registries have got. */
public final class Task {
  private static final TelephoneAction ACTION = TelephoneFunctions.task();

  private Task() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
