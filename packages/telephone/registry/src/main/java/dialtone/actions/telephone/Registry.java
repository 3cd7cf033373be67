package dialtone.actions.telephone;

import com.google.gson.JsonObject;
import dialtone.telephone.web.TelephoneAction;
import dialtone.telephone.web.TelephoneFunctions;

/** Call records in, and to look at. */
public final class Registry {
  private static final TelephoneAction ACTION = TelephoneFunctions.registry();

  private Registry() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
