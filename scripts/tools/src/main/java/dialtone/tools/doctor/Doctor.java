package dialtone.tools.doctor;

import dialtone.tools.command.Command;
import dialtone.tools.project.Project;
import dialtone.tools.project.Variables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code scripts/doctor}. */
@CommandLine.Command(
    name = "scripts/doctor",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Checks this machine and its accounts, and says what to do about what is wrong: the JDK that"
          + " is packaged, Maven, binutils, doctl and its connected namespace, the host's kinds, the"
          + " settings of Twilio and AWS.",
      "",
      "Exit status: 0 all that deploying needs is there, 1 something is wrong."
    })
public final class Doctor implements Callable<Integer> {
  @Option(
      names = "--probe",
      description =
          "Only ask the connected namespace whether it runs a program that was built elsewhere:"
              + " deploys a function, calls it, removes it.")
  private boolean probe;

  private final Path root;

  Doctor(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) {
    System.exit(Command.run(new Doctor(Command.root()), arguments));
  }

  @Override
  public Integer call() throws Exception {
    List<Finding> findings = new ArrayList<>();
    if (probe) {
      findings.add(new Probe(Project.read(root).functions().get(0).runtime()).ask());
    } else {
      Variables settings = Variables.of(root, Optional.empty(), System.getenv());
      findings.addAll(new MachineChecks(root).findings());
      findings.addAll(new SettingChecks(root, settings).findings());
    }
    findings.forEach(System.out::println);
    return findings.stream().anyMatch(Finding::grave) ? 1 : 0;
  }
}
