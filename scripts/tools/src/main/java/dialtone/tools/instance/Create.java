package dialtone.tools.instance;

import dialtone.tools.command.UserMistake;
import dialtone.tools.history.Event;
import dialtone.tools.history.History;
import dialtone.tools.project.Workplace;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "create",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = "Makes the namespace twilio_BRANCH, connects to it and checks that.")
final class Create implements Runnable {
  private final Workplace workplace;

  @Parameters(paramLabel = "BRANCH", description = "The instance's name.")
  private String branch;

  @Option(
      names = "--region",
      paramLabel = "REGION",
      defaultValue = "nyc1",
      description = "Where it is (doctl serverless namespaces list-regions). Default: nyc1")
  private String region;

  Create(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public void run() {
    String label = Namespace.label(PromotionOptions.branch(branch));
    Doctl doctl = new Doctl(new Shell(workplace));
    Optional<Namespace> there = doctl.namespace(branch);
    if (there.isPresent()) {
      throw new UserMistake(
          "Namespace %s is there already (%s): deploy to it, or delete it first"
              .formatted(label, there.get().id()));
    }
    doctl.create(label, region);
    Namespace made =
        doctl
            .namespace(branch)
            .orElseThrow(
                () -> new UserMistake("doctl made " + label + " but does not list it: try again"));
    doctl.connect(made);
    History.of(workplace)
        .add(
            new Event(
                "create-instance",
                branch,
                Map.of(),
                Map.of("namespace", made.id(), "host", made.host()),
                Map.of()));
    workplace.say("Next: scripts/instance deploy " + branch);
  }
}
