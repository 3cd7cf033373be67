package dialtone.tools.aws;

import dialtone.tools.command.Command;
import dialtone.tools.project.Workplace;
import picocli.CommandLine;

/** {@code scripts/aws}: what the functions need on AWS, and no more. */
@CommandLine.Command(
    name = "scripts/aws",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Compares the topic, the tables, the functions' user and its policy on AWS with what the code"
          + " needs, and makes them."
    },
    footer = {
      "",
      "AWS_REGION comes from the environment or .env. The credentials are those of the environment"
          + " or the AWS profile, never those in .env: these are the functions' own.",
      "Exit code: 0 done or nothing to do, 1 error, 2 wrong arguments; of preview 2 says that there"
          + " are changes, and wrong arguments are 1."
    })
public final class Aws {
  private Aws() {}

  /** Runs a command and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine(Workplace.here()).execute(arguments));
  }

  static CommandLine commandLine(Workplace workplace) {
    return Command.line(
        new Aws(), new PreviewAws(workplace), new UpAws(workplace), new PutExtensions(workplace));
  }
}
