package dialtone.tools.instance;

import dialtone.core.host.Environment;
import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The variables that a project.yml wants filled in. The deployer stops at one that is not set or
 * empty: a lone {@code -} leaves it out.
 */
final class DeploymentSettings {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)}");
  private static final String LEFT_OUT = "-";

  private final Map<String, String> values = new TreeMap<>();

  DeploymentSettings(Path root, Environment environment, Map<String, String> own) {
    for (String name : variables(root.resolve("project.yml"))) {
      values.put(name, environment.get(name).orElse(LEFT_OUT));
    }
    values.putAll(own);
  }

  Map<String, String> values() {
    return Map.copyOf(values);
  }

  Set<String> leftOut() {
    Set<String> names = new TreeSet<>(values.keySet());
    names.removeIf(name -> !values.get(name).equals(LEFT_OUT));
    return names;
  }

  private static Set<String> variables(Path projectYml) {
    try {
      Set<String> names = new TreeSet<>();
      VARIABLE.matcher(Files.readString(projectYml)).results().forEach(v -> names.add(v.group(1)));
      return names;
    } catch (IOException e) {
      throw new UserMistake(projectYml + " cannot be read: " + e.getMessage(), e);
    }
  }
}
