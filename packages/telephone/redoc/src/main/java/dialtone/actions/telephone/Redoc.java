package dialtone.actions.telephone;

import com.google.gson.JsonObject;
import dialtone.telephone.web.DocsFunctions;
import dialtone.telephone.web.TelephoneAction;

/** The telephone API's document in Redoc. */
public final class Redoc {
  private static final TelephoneAction ACTION = DocsFunctions.redoc();

  private Redoc() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
