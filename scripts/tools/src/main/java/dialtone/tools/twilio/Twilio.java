package dialtone.tools.twilio;

import dialtone.tools.command.Command;
import dialtone.tools.project.Workplace;
import picocli.CommandLine;

/** {@code scripts/twilio}: the Twilio side of an instance, as a file describes it. */
@CommandLine.Command(
    name = "scripts/twilio",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = "Compares what a stack needs on Twilio with what is live, and changes it.",
    footer = {
      "",
      "The account is TWILIO_<STACK>_ACCOUNT_SID with TWILIO_<STACK>_AUTH_TOKEN, or the names"
          + " without <STACK>, from the environment or .env.",
      "Exit code: 0 done or nothing to do, 1 error, 2 wrong arguments, 130 Ctrl-C; of preview 2 says"
          + " that there are changes, and wrong arguments are 1."
    })
public final class Twilio {
  private Twilio() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(Workplace.here()).execute(arguments));
  }

  static CommandLine commandLine(Workplace workplace) {
    return Command.line(
        new Twilio(),
        new Preview(workplace),
        new Up(workplace),
        new Watch(workplace),
        new Refresh(workplace),
        new Destroy(workplace),
        new Import(workplace));
  }
}
