package dialtone.tools.openwhisk;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The host and the key that {@code wsk property set} has noted.
 *
 * @param host with its scheme
 * @param key {@code <user>:<password>}
 */
record WskProperties(String host, String key) {

  /**
   * Reads {@code WSK_CONFIG_FILE}, else {@code .wskprops} in the home directory.
   *
   * @throws UserMistake if it is not there, or names no host or key
   */
  static WskProperties read(Map<String, String> environment) {
    Path file =
        Optional.ofNullable(environment.get("WSK_CONFIG_FILE"))
            .map(Path::of)
            .orElseGet(() -> Path.of(environment.getOrDefault("HOME", "."), ".wskprops"));
    Properties properties = new Properties();
    try (var text = Files.newBufferedReader(file)) {
      properties.load(text);
    } catch (IOException e) {
      throw new UserMistake(
          "There is no " + file + ": wsk property set --apihost HOST --auth KEY makes it.", e);
    }
    String host = property(properties, "APIHOST", "--apihost HOST", file);
    String key = property(properties, "AUTH", "--auth KEY", file);
    return new WskProperties(host.contains("://") ? host : "https://" + host, key);
  }

  private static String property(Properties properties, String name, String option, Path file) {
    String value = properties.getProperty(name, "").strip();
    if (value.isEmpty()) {
      throw new UserMistake(file + " has no " + name + ": wsk property set " + option + ".");
    }
    return value;
  }
}
