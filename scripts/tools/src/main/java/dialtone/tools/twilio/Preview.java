package dialtone.tools.twilio;

import dialtone.tools.project.Workplace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "preview",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    exitCodeOnInvalidInput = 1,
    description = "Shows what up would change. Exit code: 0 nothing, 2 changes, 1 error.")
final class Preview implements Callable<Integer> {
  private static final int CHANGES = 2;

  private final Workplace workplace;
  @Mixin private StackOptions options;
  @Mixin private NewPasswords newPasswords;

  @Option(names = "--json", description = "For machines.")
  private boolean json;

  Preview(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    StackSession session = options.session(workplace);
    Stack stack = session.stack();
    Plan plan = session.plan(stack, newPasswords.of(stack));
    workplace.say(json ? PlanJson.of(plan) : PlanText.of(plan));
    return plan.changes().isEmpty() ? 0 : CHANGES;
  }
}
