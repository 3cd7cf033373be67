package dialtone.tools.instance;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.InstanceRecord;
import dialtone.tools.twilio.api.Credentials;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = "Runs the smoke test against an instance, by the name that Twilio calls it.")
final class Check implements Runnable {
  private final Workplace workplace;
  private final Checks checks;

  @Parameters(paramLabel = "BRANCH", description = "The instance's name.")
  private String branch;

  @Option(
      names = "--stack",
      paramLabel = "NAME",
      defaultValue = "prod",
      description = "By whose name it is called. Default: ${DEFAULT-VALUE}")
  private String stack;

  Check(Workplace workplace, Checks checks) {
    this.workplace = workplace;
    this.checks = checks;
  }

  @Override
  public void run() {
    InstanceRecord instance = deployed(workplace, PromotionOptions.branch(branch));
    Credentials credentials = Credentials.of(workplace.environment(), stack);
    checks.asCalled(new Shell(workplace), instance, stack, credentials);
    InstanceVersion version =
        new PublicUrls(credentials.authToken()).version(instance.base(), stack);
    if (!version.instance().equals(stack)) {
      throw new UserMistake(instance.base() + " answers as " + version.instance());
    }
    workplace.say(instance.base() + " answers as " + stack + ", commit " + version.commit());
  }

  /** An instance as it was deployed from here, or as doctl knows it. */
  static InstanceRecord deployed(Workplace workplace, String branch) {
    return InstanceRecord.read(workplace.root(), branch)
        .or(
            () ->
                new Doctl(new Shell(workplace))
                    .namespace(branch)
                    .map(found -> found.record(branch)))
        .orElseThrow(
            () ->
                new UserMistake(
                    "There is no instance %s: make it with scripts/instance create %s and deploy"
                        .formatted(branch, branch)));
  }
}
