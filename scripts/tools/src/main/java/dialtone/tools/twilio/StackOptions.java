package dialtone.tools.twilio;

import dialtone.tools.project.Workplace;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which stack, described where. */
final class StackOptions {
  @Option(
      names = "--stack",
      required = true,
      paramLabel = "NAME",
      description = "The stack: dev, stage, prod or another branch's name.")
  String stack;

  @Option(
      names = "--file",
      paramLabel = "FILE",
      defaultValue = "scripts/twilio.yml",
      description = "What stacks need. Default: ${DEFAULT-VALUE}")
  Path file;

  StackSession session(Workplace workplace) {
    return new StackSession(workplace, stack, file);
  }
}
