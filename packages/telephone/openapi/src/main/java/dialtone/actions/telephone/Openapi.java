package dialtone.actions.telephone;

import com.google.gson.JsonObject;
import dialtone.telephone.web.DocsFunctions;
import dialtone.telephone.web.OpenApiAction;

/** The document that describes the telephone API, also as {@code openapi.json}. */
public final class Openapi {
  private static final OpenApiAction ACTION = DocsFunctions.openApi();

  private Openapi() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
