package dialtone.tools.instance;

import dialtone.core.host.Instance;
import dialtone.tools.command.UserMistake;
import dialtone.tools.history.Event;
import dialtone.tools.history.History;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.InstanceRecord;
import dialtone.tools.twilio.VoiceComponents.Naming;
import dialtone.tools.twilio.api.Credentials;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "deploy",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Connects to twilio_BRANCH, checks that, deploys, runs the smoke test and writes the URLs.",
      "Refused while a promoted component names the instance: nothing is replaced in place."
    })
final class Deploy implements Runnable {
  private final Workplace workplace;
  private final Checks checks;

  @Parameters(paramLabel = "BRANCH", description = "The instance's name.")
  private String branch;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      description = "Whose Twilio account will call it. Default: BRANCH")
  private Optional<String> stack;

  Deploy(Workplace workplace, Checks checks) {
    this.workplace = workplace;
    this.checks = checks;
  }

  @Override
  public void run() {
    PromotionOptions.branch(branch);
    Credentials credentials = Credentials.of(workplace.environment(), stack.orElse(branch));
    Shell shell = new Shell(workplace);
    Doctl doctl = new Doctl(shell);
    Namespace namespace =
        doctl
            .namespace(branch)
            .orElseThrow(
                () ->
                    new UserMistake(
                        "There is no namespace "
                            + Namespace.label(branch)
                            + ": make it with scripts/instance create "
                            + branch));
    InstanceRecord instance = namespace.record(branch);
    refuseIfPromoted(instance);
    DeploymentSettings settings =
        new DeploymentSettings(
            workplace.root(),
            workplace.environment(),
            Map.of("INSTANCE", branch, "TWILIO_AUTH_TOKEN", credentials.authToken()));
    doctl.connect(namespace);
    workplace.say("Settings left out: " + String.join(", ", settings.leftOut()));
    doctl.deploy(settings.values());
    checks.afterDeployment(shell, instance, credentials);
    InstanceVersion version = new PublicUrls(credentials.authToken()).version(instance.base(), "");
    instance.write(workplace.root());
    History.of(workplace)
        .add(
            new Event(
                "deploy",
                branch,
                Map.of(),
                Map.of("url", instance.base()),
                Map.of("deployedCommit", version.commit())));
    workplace.say(branch + " is commit " + version.commit() + ", built " + version.built());
    version.functions().forEach(function -> workplace.say("  " + instance.base() + "/" + function));
  }

  private void refuseIfPromoted(InstanceRecord instance) {
    List<Naming> promoted =
        new Accounts(workplace)
            .naming(instance).stream()
                .filter(naming -> naming.url().contains(Instance.PARAMETER + "="))
                .toList();
    if (!promoted.isEmpty()) {
      throw new UserMistake(
          "Instance %s is promoted, and nothing is replaced in place. These name it:\n  %s"
                  .formatted(branch, Accounts.listed(promoted))
              + "\nDeploy another branch's name and promote that");
    }
  }
}
