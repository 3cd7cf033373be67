package dialtone.tools.instance;

import dialtone.tools.command.Command;
import dialtone.tools.command.UserMistake;
import dialtone.tools.history.History;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.InstanceRecord;
import dialtone.tools.twilio.VoiceComponent;
import dialtone.tools.twilio.VoiceComponents;
import dialtone.tools.twilio.api.BackOff;
import dialtone.tools.twilio.api.Credentials;
import dialtone.tools.twilio.api.TwilioAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code scripts/promote}. */
@CommandLine.Command(
    name = "scripts/promote",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Makes a deployed instance prod: points the prod components' voice URLs at it, with"
          + " ?instance=prod, and their fallback URLs at the instance that was prod.",
      "Smoke test and acceptance test must pass first. If anything fails, or at Ctrl-C,"
          + " everything is put back.",
      "",
      "Exit code: 0 it is prod (or nothing was to be done), 1 it is not: nothing has changed,"
          + " 2 wrong arguments, 130 after Ctrl-C: it was put back, unless the last line says Done."
    })
public final class Promote implements Callable<Integer> {
  private final Workplace workplace;
  private final Checks checks;

  @Parameters(paramLabel = "BRANCH", description = "The instance, by its branch's name.")
  private String branch;

  @Mixin private PromotionOptions options;

  Promote(Workplace workplace, Checks checks) {
    this.workplace = workplace;
    this.checks = checks;
  }

  /** Runs the command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(Command.run(new Promote(Workplace.here(), Checks.SCRIPTS), arguments));
  }

  @Override
  public Integer call() {
    InstanceRecord candidate = Check.deployed(workplace, PromotionOptions.branch(branch));
    Credentials credentials = Credentials.of(workplace.environment(), options.stack);
    PublicUrls urls = new PublicUrls(credentials.authToken());
    List<VoiceComponent> components =
        VoiceComponents.of(workplace, options.stack, options.file, candidate);
    InstanceVersion version = urls.version(candidate.base(), options.stack);
    show(components, urls, candidate);
    List<UrlChange> changes =
        components.stream().map(UrlChange::promotion).filter(c -> !c.isNone()).toList();
    if (changes.isEmpty()) {
      workplace.say(branch + " is " + options.stack + " already: nothing to do.");
      return 0;
    }
    changes.forEach(change -> workplace.say("~ " + change));
    checks.beforePromotion(new Shell(workplace), candidate, options.stack, credentials);
    if (options.dryRun) {
      workplace.say("Dry run: nothing was changed.");
      return 0;
    }
    if (!options.yes
        && !workplace.terminal().agrees("Make " + branch + " " + options.stack + "?")) {
      workplace.say("Nothing was changed.");
      return CommandLine.ExitCode.SOFTWARE;
    }
    TwilioAccount account =
        new TwilioAccount(
            credentials, workplace.environment(), BackOff.startingWith(workplace.firstWait()));
    return new Promotion(workplace, account, urls, History.of(workplace), options.stack, "promote")
        .run(changes, branch, version.commit());
  }

  private void show(List<VoiceComponent> components, PublicUrls urls, InstanceRecord candidate) {
    Map<String, List<String>> instances = new TreeMap<>();
    for (VoiceComponent component : components) {
      component
          .voice()
          .ifPresent(
              voice ->
                  instances
                      .computeIfAbsent(voice.base(), base -> new ArrayList<>())
                      .add(component.name()));
    }
    instances
        .keySet()
        .forEach(base -> workplace.say(options.stack + " now:     " + now(urls, base)));
    if (instances.size() > 1) {
      sayBrokenOff(instances);
    }
    workplace.say(options.stack + " will be: " + urls.described(candidate.base(), options.stack));
  }

  private void sayBrokenOff(Map<String, List<String>> instances) {
    workplace.say("A change was broken off: the components are at different instances.");
    instances.forEach(
        (base, names) -> workplace.say("  at " + base + ": " + String.join(", ", names)));
    workplace.say(
        "Going on brings them all to %s; to bring them all to another, promote that one instead."
            .formatted(branch));
  }

  /** One that does not answer is no reason not to replace it. */
  private String now(PublicUrls urls, String base) {
    try {
      return urls.described(base, options.stack);
    } catch (UserMistake e) {
      return e.getMessage();
    }
  }
}
