package dialtone.telephone.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dialtone.telephone.json.StrictJson;

/** {@code /openapi}: the document that describes this API. */
final class OpenApiResource implements Resource {
  private static final String RESOURCE = "/dialtone/openapi.json";

  private final JsonObject document = StrictJson.parse(Assets.text(RESOURCE)).getAsJsonObject();

  @Override
  public Answer answer(ApiRequest request) {
    return request.isGet() ? document(request) : Lists.readOnly();
  }

  /** The document, with the URL that this API has here. */
  Answer document(ApiRequest request) {
    JsonObject copy = document.deepCopy();
    if (!request.base().isEmpty()) {
      JsonObject server = new JsonObject();
      server.addProperty("url", request.base());
      JsonArray servers = new JsonArray();
      servers.add(server);
      copy.add("servers", servers);
    }
    return Answer.json(200, copy).with("Access-Control-Allow-Origin", "*");
  }
}
