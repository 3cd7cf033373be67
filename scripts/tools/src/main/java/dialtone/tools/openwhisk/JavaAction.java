package dialtone.tools.openwhisk;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.project.Web;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** A function as the body of OpenWhisk's {@code PUT …/actions/<package>/<function>}. */
final class JavaAction {
  private JavaAction() {}

  /**
   * Makes the body.
   *
   * @param settings the variables of its process; OpenWhisk hands them over when it initialises it
   */
  static JsonObject of(
      ProjectFunction function,
      FunctionModule module,
      Path jar,
      String kind,
      Map<String, String> settings)
      throws IOException {
    JsonObject exec = new JsonObject();
    exec.addProperty("kind", kind);
    exec.addProperty("main", module.actionClass());
    exec.addProperty("binary", true);
    exec.addProperty("code", Base64.getEncoder().encodeToString(Files.readAllBytes(jar)));
    JsonObject limits = new JsonObject();
    limits.addProperty("timeout", function.limits().timeout().toMillis());
    limits.addProperty("memory", function.limits().memoryMegabytes());
    JsonObject action = new JsonObject();
    action.add("exec", exec);
    action.add("limits", limits);
    action.add("parameters", parameters(settings));
    action.add("annotations", annotations(function.web()));
    return action;
  }

  private static JsonArray parameters(Map<String, String> settings) {
    JsonArray parameters = new JsonArray();
    new TreeMap<>(settings)
        .forEach(
            (name, value) -> {
              JsonObject parameter = new JsonObject();
              parameter.addProperty("key", name);
              parameter.addProperty("value", value);
              parameter.addProperty("init", true);
              parameters.add(parameter);
            });
    return parameters;
  }

  private static JsonArray annotations(Web web) {
    JsonArray annotations = new JsonArray();
    annotate(annotations, "web-export", web != Web.NO);
    annotate(annotations, "raw-http", web == Web.RAW);
    annotate(annotations, "final", web != Web.NO);
    return annotations;
  }

  private static void annotate(JsonArray annotations, String key, boolean value) {
    JsonObject annotation = new JsonObject();
    annotation.addProperty("key", key);
    annotation.addProperty("value", value);
    annotations.add(annotation);
  }
}
