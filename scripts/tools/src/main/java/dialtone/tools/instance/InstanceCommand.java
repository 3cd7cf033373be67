package dialtone.tools.instance;

import dialtone.tools.command.Command;
import dialtone.tools.project.Workplace;
import picocli.CommandLine;

/** {@code scripts/instance}. */
@CommandLine.Command(
    name = "scripts/instance",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "The life of an instance: one namespace on DigitalOcean, twilio_<branch>, with one deployment.",
      "Every doctl command is printed before it runs."
    },
    footer = {
      "",
      "Exit code: 0 done, 1 error or refused.",
      "The instance's TWILIO_AUTH_TOKEN is TWILIO_<STACK>_AUTH_TOKEN or the plain one; the other"
          + " settings come from the environment and .env."
    })
public final class InstanceCommand {
  private InstanceCommand() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(Workplace.here(), Checks.SCRIPTS).execute(arguments));
  }

  static CommandLine commandLine(Workplace workplace, Checks checks) {
    return Command.line(
        new InstanceCommand(),
        new Create(workplace),
        new Deploy(workplace, checks),
        new Check(workplace, checks),
        new ListInstances(workplace),
        new Delete(workplace));
  }
}
