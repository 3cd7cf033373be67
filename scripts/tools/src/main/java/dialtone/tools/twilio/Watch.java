package dialtone.tools.twilio;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "watch",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Applies the file, without asking, now and whenever it is saved, until Ctrl-C.",
      "For dev stacks: not for prod, stage or any other that is promoted."
    })
final class Watch implements Callable<Integer> {
  private static final Set<String> SHARED = Set.of("prod", "stage");
  private static final long LOOK_EVERY_MILLIS = 200;

  private final Workplace workplace;
  @Mixin private StackOptions options;

  @Option(
      names = "--times",
      paramLabel = "N",
      defaultValue = "0",
      description = "Ends after it has applied the file N times. Default: goes on")
  private int times;

  Watch(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    StackSession session = options.session(workplace);
    if (SHARED.contains(options.stack) || session.stack().promoted()) {
      throw new UserMistake(
          "watch is for dev stacks: change " + options.stack + " with preview and up");
    }
    Path file = workplace.root().resolve(options.file);
    for (int applied = 1; ; applied++) {
      FileTime saved = Files.getLastModifiedTime(file);
      apply(session);
      if (applied == times) {
        return 0;
      }
      workplace.say("Watching " + file + " …");
      while (!Files.exists(file) || Files.getLastModifiedTime(file).equals(saved)) {
        Thread.sleep(LOOK_EVERY_MILLIS);
      }
    }
  }

  /** A mistake in the file is said, and the next save is waited for. */
  private void apply(StackSession session) {
    try {
      Stack stack = session.stack();
      if (stack.promoted()) {
        throw new UserMistake("the stack is promoted now: watch is for dev stacks");
      }
      Plan plan = session.plan(stack);
      workplace.say(PlanText.of(plan));
      if (!plan.changes().isEmpty()) {
        session.apply(stack, plan);
      }
    } catch (UserMistake e) {
      workplace.say("error: " + e.getMessage());
    }
  }
}
