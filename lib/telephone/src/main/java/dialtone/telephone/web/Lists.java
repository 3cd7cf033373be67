package dialtone.telephone.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;

/** How the API shows a part of a list. */
final class Lists {
  private Lists() {}

  static Answer page(String name, JsonArray items, Optional<String> next) {
    JsonObject json = new JsonObject();
    json.add(name, items);
    json.add("next", next.isPresent() ? new JsonPrimitive(next.get()) : JsonNull.INSTANCE);
    return Answer.json(200, json);
  }

  /** The answer to a method other than GET where nothing else is taken. */
  static Answer readOnly() {
    return Problem.methodNotAllowed("Allowed: GET, HEAD.").answer().with("Allow", "GET, HEAD");
  }
}
