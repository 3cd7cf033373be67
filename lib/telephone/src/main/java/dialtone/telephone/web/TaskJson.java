package dialtone.telephone.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dialtone.telephone.json.StrictJson;
import dialtone.telephone.task.Task;

/** Tasks as the API shows them. */
final class TaskJson {
  private TaskJson() {}

  static JsonObject of(Task task, ApiRequest request) {
    JsonObject json = summary(task, request);
    json.add("data", StrictJson.parse(task.data()));
    json.add(
        "result",
        task.result()
            .map(result -> linked(StrictJson.parse(result), request))
            .orElse(JsonNull.INSTANCE));
    return json;
  }

  /** A task in a list, without what was posted: many of those would not fit into an answer. */
  static JsonObject summary(Task task, ApiRequest request) {
    JsonObject json = new JsonObject();
    json.addProperty("url", request.url("task/" + task.jobId()));
    json.addProperty("job_id", task.jobId());
    json.addProperty("status", task.status().text());
    task.reason().ifPresent(reason -> json.addProperty("reason", reason));
    json.addProperty("created_at", task.createdAt().toString());
    json.addProperty("updated_at", task.updatedAt().toString());
    return json;
  }

  /** With the URLs of the records and calls, which are not stored: they are the host's. */
  private static JsonElement linked(JsonElement result, ApiRequest request) {
    if (result instanceof JsonArray array) {
      array.forEach(each -> linked(each, request));
    } else if (result instanceof JsonObject object) {
      object.addProperty("url", request.url("registry/" + object.get("id").getAsString()));
      object.addProperty("call", request.url("calls/" + object.get("call_id").getAsString()));
    }
    return result;
  }
}
