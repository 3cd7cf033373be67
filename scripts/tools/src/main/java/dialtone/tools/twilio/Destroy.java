package dialtone.tools.twilio;

import dialtone.tools.command.Terminal;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.Kind.Guard;
import dialtone.tools.twilio.api.ApiPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "destroy",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Deletes what the file describes, and nothing else, after the stack's name was typed.",
      "SIP domains and phone numbers stay, unless their flag is given and each name is typed."
    })
final class Destroy implements Callable<Integer> {
  private final Workplace workplace;
  @Mixin private StackOptions options;

  @Option(names = "--delete-sip-domains", description = "Asks about SIP domains too.")
  private boolean domains;

  @Option(
      names = "--release-phone-numbers",
      description = "Asks about phone numbers too. A released number may be gone for good.")
  private boolean numbers;

  Destroy(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    StackSession session = options.session(workplace);
    Stack stack = session.stack();
    Plan live = session.plan(stack);
    List<Described> there = new ArrayList<>(stack.resources());
    there.removeIf(resource -> live.sids().of(resource.label()).isEmpty());
    Collections.reverse(there);
    List<Described> left = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    for (Described resource : there) {
      if (mayGo(resource)) {
        steps.add(new Step.Remove(resource.toString(), item(resource, live.sids())));
      } else {
        left.add(resource);
      }
    }
    left.forEach(resource -> workplace.say("= " + resource + " stays"));
    Plan plan = new Plan(stack.name(), steps, live.sids());
    workplace.say(PlanText.of(plan));
    if (steps.isEmpty()) {
      return 0;
    }
    if (!workplace
        .terminal()
        .types(stack.name(), "Delete this from account " + session.account().sid() + "?")) {
      workplace.say("Nothing was deleted.");
      return CommandLine.ExitCode.SOFTWARE;
    }
    return session.apply(stack, plan);
  }

  private static ApiPath item(Described resource, Sids sids) {
    return resource.list(sids).orElseThrow().child(sids.of(resource.label()).orElseThrow());
  }

  /** Guarded resources only by their own flag and their name, typed. */
  private boolean mayGo(Described resource) {
    Guard guard = resource.kind().guard();
    if (guard == Guard.NONE) {
      return true;
    }
    boolean flag = guard == Guard.SIP_DOMAIN ? domains : numbers;
    Terminal terminal = workplace.terminal();
    return flag && terminal.types(resource.key(), "Delete " + resource + "?");
  }
}
