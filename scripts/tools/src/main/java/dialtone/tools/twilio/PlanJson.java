package dialtone.tools.twilio;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;

/** A plan for machines: {@code {"stack", "unchanged", "changes": [{"action", "what", …}]}}. */
final class PlanJson {
  private static final Gson JSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  private PlanJson() {}

  static String of(Plan plan) {
    JsonObject json = new JsonObject();
    json.addProperty("stack", plan.stack());
    json.addProperty("unchanged", plan.unchanged());
    JsonArray changes = new JsonArray();
    plan.changes().forEach(step -> changes.add(step(step)));
    json.add("changes", changes);
    return JSON.toJson(json);
  }

  private static JsonObject step(Step step) {
    JsonObject json = new JsonObject();
    JsonObject attributes = new JsonObject();
    if (step instanceof Step.Create create) {
      json.addProperty("action", "add");
      create
          .resource()
          .attributes()
          .forEach(
              (name, value) ->
                  attributes.addProperty(
                      name,
                      Secrets.shown(
                          create.resource().kind(), name, SidReference.display(value.text()))));
    } else if (step instanceof Step.Update update) {
      json.addProperty("action", "change");
      for (FieldChange change : update.changes()) {
        JsonObject field = new JsonObject();
        field.addProperty("from", shown(change.name(), change.from()));
        field.addProperty("to", shown(change.name(), change.to()));
        attributes.add(change.name(), field);
      }
    } else {
      json.addProperty("action", "remove");
    }
    json.addProperty("what", step.what());
    json.add("attributes", attributes);
    return json;
  }

  private static String shown(String name, String value) {
    return Secrets.shown(name, SidReference.display(value));
  }
}
