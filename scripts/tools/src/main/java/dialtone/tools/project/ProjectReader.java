package dialtone.tools.project;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the packages and functions of project.yml and refuses what the deployer refuses. */
final class ProjectReader {
  private static final Set<String> PROJECT_KEYS =
      Set.of("packages", "parameters", "environment", "targetNamespace");
  private static final Set<String> PACKAGE_KEYS =
      Set.of(
          "name",
          "functions",
          "shared",
          "web",
          "environment",
          "parameters",
          "annotations",
          "binding");
  private static final Set<String> FUNCTION_KEYS =
      Set.of(
          "name",
          "file",
          "runtime",
          "main",
          "binary",
          "localBuild",
          "remoteBuild",
          "sequence",
          "web",
          "webSecure",
          "environment",
          "annotations",
          "parameters",
          "limits",
          "triggers");
  private static final Set<String> LIMIT_KEYS = Set.of("timeout", "memory", "logs");

  private ProjectReader() {}

  static List<ProjectFunction> read(YamlMapping project) {
    project.only(PROJECT_KEYS);
    Map<String, String> environment = environment(Map.of(), project);
    List<ProjectFunction> functions = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (YamlMapping pack : project.mappings("packages")) {
      String packageName = pack.only(PACKAGE_KEYS).requiredText("name");
      Map<String, String> inherited = environment(environment, pack);
      String web = pack.text("web").orElse("true");
      for (YamlMapping each : pack.mappings("functions")) {
        ProjectFunction function = function(packageName, inherited, web, each);
        if (!names.add(function.qualifiedName())) {
          throw each.mistake("name", function.qualifiedName() + " is there twice");
        }
        functions.add(function);
      }
    }
    return functions;
  }

  private static ProjectFunction function(
      String packageName, Map<String, String> inherited, String inheritedWeb, YamlMapping yaml) {
    String name = yaml.only(FUNCTION_KEYS).requiredText("name");
    String web = yaml.text("web").orElse(inheritedWeb);
    YamlMapping limits = yaml.mapping("limits").only(LIMIT_KEYS);
    return new ProjectFunction(
        packageName,
        name,
        yaml.text("runtime").orElse(""),
        Web.of(web)
            .orElseThrow(
                () -> yaml.mistake("web", "is \"" + web + "\": expected true, false or raw")),
        new Limits(
            Duration.ofMillis(positive(limits, "timeout", Limits.DEFAULT_TIMEOUT_MILLIS)),
            positive(limits, "memory", Limits.DEFAULT_MEMORY_MEGABYTES)),
        environment(inherited, yaml));
  }

  private static int positive(YamlMapping limits, String key, int otherwise) {
    int number = limits.wholeNumber(key, otherwise);
    if (number <= 0) {
      throw limits.mistake(key, "is " + number + ": expected a number greater than 0");
    }
    return number;
  }

  private static Map<String, String> environment(Map<String, String> inherited, YamlMapping yaml) {
    Map<String, String> environment = new HashMap<>(inherited);
    YamlMapping own = yaml.mapping("environment");
    own.keys().forEach(key -> environment.put(key, own.text(key).orElse("")));
    return environment;
  }
}
