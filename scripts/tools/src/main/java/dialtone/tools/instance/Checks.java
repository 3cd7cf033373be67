package dialtone.tools.instance;

import dialtone.core.host.Instance;
import dialtone.tools.twilio.InstanceRecord;
import dialtone.tools.twilio.api.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The commands that say whether an instance works; {@code --url} and the namespace's URL follow.
 *
 * @param smoke compares its answers with what the dialplans say
 * @param acceptance plays whole calls
 */
record Checks(List<String> smoke, List<String> acceptance) {
  static final Checks SCRIPTS = new Checks(List.of("scripts/smoke"), List.of("scripts/acceptance"));

  /** The quick one, after each deployment. */
  void afterDeployment(Shell shell, InstanceRecord instance, Credentials credentials) {
    run(shell, smoke, List.of("--url", instance.base()), instance, credentials);
  }

  /** All, as the instance will be called once it is promoted. */
  void beforePromotion(
      Shell shell, InstanceRecord instance, String stack, Credentials credentials) {
    asCalled(shell, instance, stack, credentials);
    run(shell, acceptance, named(instance, stack), instance, credentials);
  }

  /** The quick one, by the name that Twilio calls the instance. */
  void asCalled(Shell shell, InstanceRecord instance, String stack, Credentials credentials) {
    run(shell, smoke, named(instance, stack), instance, credentials);
  }

  private static List<String> named(InstanceRecord instance, String stack) {
    return List.of("--url", instance.base(), "--" + Instance.PARAMETER, stack);
  }

  private static void run(
      Shell shell,
      List<String> command,
      List<String> arguments,
      InstanceRecord instance,
      Credentials credentials) {
    List<String> whole = new ArrayList<>(command);
    whole.addAll(arguments);
    List<String> said =
        shell.run(
            whole,
            Map.of("INSTANCE", instance.branch(), "TWILIO_AUTH_TOKEN", credentials.authToken()),
            false);
    said.stream().skip(Math.max(0, said.size() - 1)).forEach(shell.workplace()::say);
  }
}
