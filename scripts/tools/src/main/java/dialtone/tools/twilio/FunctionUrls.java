package dialtone.tools.twilio;

import dialtone.core.host.Environment;
import dialtone.core.host.Instance;
import dialtone.tools.command.UserMistake;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The URLs of an instance's functions: {@code DO_HOST} and {@code DO_NAMESPACE} say which.
 *
 * @param root the project, whose directory {@code packages} holds the functions
 */
record FunctionUrls(Path root, Environment environment) {

  /**
   * @param promoted whether the URL names the stack, so that whichever instance it is at answers by
   *     that name
   * @throws UserMistake if there is no such function, or the instance is not known
   */
  String url(String function, Map<String, String> values, String stack, boolean promoted) {
    if (!has(function)) {
      throw new UserMistake(
          "${" + function + "} is no function: packages/" + function + " is not there");
    }
    String base =
        FunctionUrl.base(setting("DO_HOST", values, stack), setting("DO_NAMESPACE", values, stack));
    return new FunctionUrl(base, function, rest(stack, promoted)).toString();
  }

  /** What follows the function in a stack's URLs. */
  static String rest(String stack, boolean promoted) {
    return promoted ? "?" + Instance.PARAMETER + "=" + stack : "";
  }

  /** Whether the project has a function, {@code <package>/<function>}. */
  boolean has(String function) {
    return Files.isDirectory(root.resolve("packages").resolve(function));
  }

  private String setting(String name, Map<String, String> values, String stack) {
    return Optional.ofNullable(values.get(name))
        .or(() -> environment.get(name))
        .or(() -> InstanceRecord.read(root, stack).map(instance -> instance.setting(name)))
        .orElseThrow(
            () ->
                new UserMistake(
                    name
                        + " is not set: it is in what \"scripts/instance list\" shows; put it under"
                        + " the stack's values, in the environment or in .env"));
  }
}
