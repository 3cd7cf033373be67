package dialtone.tools.instance;

import dialtone.tools.command.Command;
import dialtone.tools.command.UserMistake;
import dialtone.tools.history.History;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.FunctionUrl;
import dialtone.tools.twilio.InstanceRecord;
import dialtone.tools.twilio.VoiceComponent;
import dialtone.tools.twilio.VoiceComponents;
import dialtone.tools.twilio.api.BackOff;
import dialtone.tools.twilio.api.Credentials;
import dialtone.tools.twilio.api.TwilioAccount;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/rollback}. */
@CommandLine.Command(
    name = "scripts/rollback",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Makes the instance that was prod before prod again: swaps the prod components' voice and"
          + " fallback URLs. Done twice, it is undone.",
      "The same checks as before a promotion. If anything fails, or at Ctrl-C,"
          + " everything is put back.",
      "",
      "Exit code: 0 the one before is prod, 1 it is not: nothing has changed,"
          + " 2 wrong arguments, 130 after Ctrl-C: it was put back, unless the last line says Done."
    })
public final class Rollback implements Callable<Integer> {
  private final Workplace workplace;
  private final Checks checks;
  @Mixin private PromotionOptions options;

  @Option(
      names = "--now",
      description = "Leaves out smoke and acceptance test; that it answers as prod is checked.")
  private boolean now;

  Rollback(Workplace workplace, Checks checks) {
    this.workplace = workplace;
    this.checks = checks;
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(Command.run(new Rollback(Workplace.here(), Checks.SCRIPTS), arguments));
  }

  @Override
  public Integer call() {
    Credentials credentials = Credentials.of(workplace.environment(), options.stack);
    PublicUrls urls = new PublicUrls(credentials.authToken());
    // which components there are does not depend on which instance the file's URLs would be at
    InstanceRecord any = new InstanceRecord(options.stack, "https://localhost", "any");
    List<VoiceComponent> components =
        VoiceComponents.of(workplace, options.stack, options.file, any);
    FunctionUrl answering = shared(components, "voice", VoiceComponent::voice);
    FunctionUrl before = shared(components, "fallback", VoiceComponent::fallback);
    if (answering.base().equals(before.base())) {
      throw new UserMistake(
          "The fallback URLs are at " + before.base() + " too: there is no way back");
    }
    InstanceVersion version = urls.version(before.base(), options.stack);
    InstanceRecord target = instance(before, urls.version(before.base(), "").instance());
    workplace.say(options.stack + " now:     " + answering.base());
    workplace.say(options.stack + " will be: " + urls.described(before.base(), options.stack));
    List<UrlChange> changes = components.stream().map(UrlChange::rollback).toList();
    changes.forEach(change -> workplace.say("~ " + change));
    if (!now) {
      checks.beforePromotion(new Shell(workplace), target, options.stack, credentials);
    }
    if (options.dryRun) {
      workplace.say("Dry run: nothing was changed.");
      return 0;
    }
    if (!options.yes && !workplace.terminal().agrees("Go back?")) {
      workplace.say("Nothing was changed.");
      return CommandLine.ExitCode.SOFTWARE;
    }
    TwilioAccount account =
        new TwilioAccount(
            credentials, workplace.environment(), BackOff.startingWith(workplace.firstWait()));
    return new Promotion(workplace, account, urls, History.of(workplace), options.stack, "rollback")
        .run(changes, target.branch(), version.commit());
  }

  /** A promotion that was broken off leaves them apart: then there is no one way back. */
  private static FunctionUrl shared(
      List<VoiceComponent> components,
      String which,
      Function<VoiceComponent, Optional<FunctionUrl>> url) {
    FunctionUrl first = null;
    for (VoiceComponent component : components) {
      FunctionUrl each =
          url.apply(component)
              .orElseThrow(
                  () ->
                      new UserMistake(
                          component.name()
                              + " has no "
                              + which
                              + " URL at an instance: there is no way back"));
      if (first != null && !first.base().equals(each.base())) {
        throw new UserMistake(
            "The components' %s URLs are at different instances, %s and %s: a change was broken off."
                    .formatted(which, first.base(), each.base())
                + " Make them one again with scripts/promote");
      }
      first = each;
    }
    return first;
  }

  private static InstanceRecord instance(FunctionUrl url, String branch) {
    return new InstanceRecord(branch, url.host(), url.namespace());
  }
}
