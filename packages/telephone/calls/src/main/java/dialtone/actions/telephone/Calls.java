package dialtone.actions.telephone;

import com.google.gson.JsonObject;
import dialtone.telephone.web.TelephoneAction;
import dialtone.telephone.web.TelephoneFunctions;

/** Consolidated calls. */
public final class Calls {
  private static final TelephoneAction ACTION = TelephoneFunctions.calls();

  private Calls() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
