package dialtone.actions.telephone;

import com.google.gson.JsonObject;
import dialtone.telephone.web.TelephoneAction;
import dialtone.telephone.web.TelephoneFunctions;

/** The telephone API's document in Redoc. */
public final class Redoc {
  private static final TelephoneAction ACTION = TelephoneFunctions.redoc();

  private Redoc() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
