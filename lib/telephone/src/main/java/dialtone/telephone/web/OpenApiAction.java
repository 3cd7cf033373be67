package dialtone.telephone.web;

import com.google.gson.JsonObject;
import dialtone.telephone.json.StrictJson;

/**
 * The function {@code openapi}. OpenWhisk takes the {@code .json} of {@code openapi.json} off the
 * function's name and then answers with the function's whole result. So that this is the document
 * too, its members stand beside {@code statusCode}, {@code headers} and {@code body}.
 */
public final class OpenApiAction {
  private final TelephoneAction action;

  OpenApiAction(TelephoneAction action) {
    this.action = action;
  }

  /** Answers an event of any shape. */
  public JsonObject main(JsonObject event) {
    JsonObject response = action.main(event);
    if (response.get("statusCode").getAsInt() == 200) {
      StrictJson.parse(response.get("body").getAsString())
          .getAsJsonObject()
          .entrySet()
          .forEach(member -> response.add(member.getKey(), member.getValue()));
    }
    return response;
  }
}
