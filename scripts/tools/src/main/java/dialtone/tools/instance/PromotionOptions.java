package dialtone.tools.instance;

import dialtone.core.host.Instance;
import dialtone.tools.command.UserMistake;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What promote and rollback have in common. */
final class PromotionOptions {
  @Option(
      names = "--stack",
      paramLabel = "NAME",
      defaultValue = "prod",
      description = "Whose components are repointed. Default: ${DEFAULT-VALUE}")
  String stack;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      defaultValue = "scripts/twilio.yml",
      description = "What stacks need. Default: ${DEFAULT-VALUE}")
  Path file;

  @Option(names = "--dry-run", description = "Checks and shows, and changes nothing.")
  boolean dryRun;

  @Option(names = "--yes", description = "Does not ask.")
  boolean yes;

  static String branch(String name) {
    if (!Instance.isName(name)) {
      throw new UserMistake(
          "\"" + name + "\" is no instance: a name is 1 to 32 of a-z 0-9 and inner hyphens");
    }
    return name;
  }
}
