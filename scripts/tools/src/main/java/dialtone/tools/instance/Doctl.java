package dialtone.tools.instance;

import dialtone.tools.command.UserMistake;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The commands of DigitalOcean's doctl that an instance's life needs. */
record Doctl(Shell shell) {
  /** What {@code doctl serverless status} prints, in doctl 1.166. */
  private static final Pattern CONNECTED =
      Pattern.compile("Connected to functions namespace '([^']*)' on API host '([^']*)'.*");

  List<Namespace> namespaces() {
    return Namespace.parse(String.join("\n", run(false, "namespaces", "list", "--output", "json")));
  }

  /** The namespace with a branch's label; doctl itself would also take one that contains it. */
  Optional<Namespace> namespace(String branch) {
    return namespaces().stream()
        .filter(each -> Namespace.label(branch).equals(each.label()))
        .findFirst();
  }

  void create(String label, String region) {
    run(true, "namespaces", "create", "--label", label, "--region", region, "--no-connect");
  }

  /**
   * Connects to a namespace and checks that it is the one that doctl is connected to then.
   *
   * @throws UserMistake if it is another: nothing may be deployed there
   */
  void connect(Namespace namespace) {
    run(true, "connect", namespace.id());
    String connected =
        run(false, "status").stream()
            .map(CONNECTED::matcher)
            .filter(Matcher::matches)
            .map(match -> match.group(1) + " on " + match.group(2))
            .findFirst()
            .orElse("nothing");
    String asked = namespace.id() + " on " + namespace.host();
    if (!connected.equals(asked)) {
      throw new UserMistake(
          "doctl is connected to %s, not to %s (%s): nothing was deployed"
              .formatted(connected, asked, namespace.label()));
    }
    shell.workplace().say("Connected to " + asked + ", as asked.");
  }

  void deploy(Map<String, String> environment) {
    shell.run(List.of("doctl", "serverless", "deploy", "."), environment, true);
  }

  /** By its ID: a label could be another's by now. */
  void delete(Namespace namespace) {
    run(true, "namespaces", "delete", namespace.id(), "--force");
  }

  private List<String> run(boolean shown, String... arguments) {
    List<String> command = new java.util.ArrayList<>(List.of("doctl", "serverless"));
    command.addAll(List.of(arguments));
    return shell.run(command, Map.of(), shown);
  }
}
