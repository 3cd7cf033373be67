package dialtone.telephone.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** How the API shows a part of a list. */
final class Lists {
  private Lists() {}

  static Answer page(String name, JsonArray items, Optional<String> next) {
    JsonObject json = new JsonObject();
    json.add(name, items);
    json.add("next", next.isPresent() ? new JsonPrimitive(next.get()) : JsonNull.INSTANCE);
    return Answer.json(200, json);
  }

  /** A list that is only read: the whole of it, or one thing by the path's only segment. */
  static Answer answer(
      ApiRequest request,
      String thing,
      Function<ApiRequest, Answer> list,
      BiFunction<ApiRequest, String, Answer> one) {
    if (!request.isGet()) {
      return readOnly();
    }
    return switch (request.segments().size()) {
      case 0 -> list.apply(request);
      case 1 -> one.apply(request, request.segments().get(0));
      default -> Problem.notFound("path", "there is nothing below " + thing).answer();
    };
  }

  /** The answer to a method other than GET where nothing else is taken. */
  static Answer readOnly() {
    return Problem.methodNotAllowed("Allowed: GET, HEAD.").answer().with("Allow", "GET, HEAD");
  }
}
