package dialtone.tools.instance;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.InstanceRecord;
import dialtone.tools.twilio.VoiceComponents.Naming;
import dialtone.tools.twilio.api.Credentials;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import picocli.CommandLine.Command;

@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Shows every namespace: what it answers (ops/version), its age since it was built, and which"
          + " Twilio components name it. doctl does not tell when a namespace was made."
    })
final class ListInstances implements Runnable {
  private final Workplace workplace;

  ListInstances(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public void run() {
    List<Namespace> namespaces = new Doctl(new Shell(workplace)).namespaces();
    if (namespaces.isEmpty()) {
      workplace.say("There is no namespace.");
    }
    for (Namespace namespace : namespaces) {
      workplace.say("");
      workplace.say(
          "%s  %s  %s  DO_HOST=%s DO_NAMESPACE=%s"
              .formatted(
                  namespace.branch().orElse("(not ours)"),
                  namespace.label(),
                  namespace.region(),
                  namespace.host(),
                  namespace.id()));
      namespace.branch().ifPresent(branch -> show(branch, namespace.record(branch)));
    }
  }

  private void show(String branch, InstanceRecord instance) {
    try {
      Credentials credentials = Credentials.of(workplace.environment(), branch);
      InstanceVersion version =
          new PublicUrls(credentials.authToken()).version(instance.base(), "");
      workplace.say(
          "  answers as %s, commit %s, built %s (%s ago)"
              .formatted(version.instance(), version.shortCommit(), version.built(), age(version)));
      workplace.say("  functions: " + String.join(", ", version.functions()));
    } catch (UserMistake e) {
      workplace.say("  no version: " + e.getMessage());
    }
    try {
      List<Naming> naming = new Accounts(workplace).naming(instance);
      workplace.say(
          naming.isEmpty()
              ? "  no component names it"
              : "  named by\n    " + Accounts.listed(naming).replace("\n", "\n  "));
    } catch (UserMistake e) {
      workplace.say("  not known who names it: " + e.getMessage());
    }
  }

  private String age(InstanceVersion version) {
    try {
      Duration age = Duration.between(Instant.parse(version.built()), workplace.clock().instant());
      return age.toDays() > 0 ? age.toDays() + " days" : age.toHours() + " hours";
    } catch (DateTimeParseException e) {
      return "unknown";
    }
  }
}
