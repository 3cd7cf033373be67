package dialtone.tools.twilio;

import dialtone.tools.project.Workplace;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = "Shows what is to be changed, asks, changes it, and reads it back.")
final class Up implements Callable<Integer> {
  private final Workplace workplace;
  @Mixin private StackOptions options;
  @Mixin private NewPasswords newPasswords;

  @Option(names = "--yes", description = "Does not ask.")
  private boolean yes;

  Up(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    StackSession session = options.session(workplace);
    Stack stack = session.stack();
    Plan plan = session.plan(stack, newPasswords.of(stack));
    workplace.say(PlanText.of(plan));
    if (plan.changes().isEmpty()) {
      return 0;
    }
    if (!yes && !workplace.terminal().agrees("Change account " + session.account().sid() + "?")) {
      workplace.say("Nothing was changed.");
      return CommandLine.ExitCode.SOFTWARE;
    }
    return session.apply(stack, plan);
  }
}
