package dialtone.actions.telephone;

import com.google.gson.JsonObject;
import dialtone.telephone.web.DocsFunctions;
import dialtone.telephone.web.TelephoneAction;

/** The telephone API's document in Swagger UI. */
public final class Docs {
  private static final TelephoneAction ACTION = DocsFunctions.docs();

  private Docs() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
