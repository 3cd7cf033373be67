package dialtone.tools.instance;

import dialtone.tools.command.UserMistake;
import dialtone.tools.history.Event;
import dialtone.tools.history.History;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.InstanceRecord;
import dialtone.tools.twilio.VoiceComponents.Naming;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "delete",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Deletes the namespace twilio_BRANCH with all that is deployed in it, after its label was"
          + " typed.",
      "Refused while any component names it as voice, fallback or status URL."
    })
final class Delete implements Callable<Integer> {
  private final Workplace workplace;

  @Parameters(paramLabel = "BRANCH", description = "The instance's name.")
  private String branch;

  Delete(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    String label = Namespace.label(PromotionOptions.branch(branch));
    Doctl doctl = new Doctl(new Shell(workplace));
    Namespace namespace =
        doctl
            .namespace(branch)
            .orElseThrow(() -> new UserMistake("There is no namespace " + label));
    InstanceRecord instance = namespace.record(branch);
    List<Naming> naming = new Accounts(workplace).naming(instance);
    if (!naming.isEmpty()) {
      throw new UserMistake(
          "%s stays: these components name it:\n  %s\nPoint them elsewhere first"
              .formatted(label, Accounts.listed(naming)));
    }
    if (!workplace.terminal().types(label, "Delete " + label + " (" + namespace.id() + ")?")) {
      workplace.say("Nothing was deleted.");
      return CommandLine.ExitCode.SOFTWARE;
    }
    doctl.delete(namespace);
    InstanceRecord.forget(workplace.root(), branch);
    History.of(workplace)
        .add(
            new Event(
                "delete-instance", branch, Map.of("url", instance.base()), Map.of(), Map.of()));
    return 0;
  }
}
