package dialtone.tools.simulator;

import dialtone.simulator.SimulatedCall;
import dialtone.tools.command.Command;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code scripts/acceptance}. */
@CommandLine.Command(
    name = "scripts/acceptance",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Places every call that a person would place by hand before an instance is promoted, in the"
          + " call simulator: each extension dials a number, its own, another extension, 0, #, 933,"
          + " 911, a premium number and nonsense, and each of our numbers is called, whatever the"
          + " other end does. Nobody's phone rings and no emergency call is placed. Then it plays"
          + " the scenarios of scripts/scenarios, or of the folder given.",
      "",
      "TWILIO_AUTH_TOKEN and other settings come from the environment, then from .env (or the"
          + " file given), then from .env.sample. The extensions are those of the bundled"
          + " directory."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:every call went as expected", "1:one did not", "2:wrong arguments"})
public final class Acceptance implements Callable<Integer> {
  @Mixin private CalledInstance instance = new CalledInstance();

  @Option(
      names = "--scenarios",
      paramLabel = "FOLDER",
      description = "A folder of scenario files (*.yml) instead of scripts/scenarios.")
  private Optional<Path> folder;

  @Option(names = "--junit", paramLabel = "FILE", description = "Writes a report in JUnit's XML.")
  private Optional<Path> report;

  private final Path root;
  private final PrintStream out;

  Acceptance(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
  }

  /**
   * A scenario that was played.
   *
   * @param milliseconds how long that took, on the wall
   */
  record Played(
      Scenario scenario, SimulatedCall call, List<String> differences, long milliseconds) {
    Played {
      differences = List.copyOf(differences);
    }

    boolean passed() {
      return differences.isEmpty();
    }
  }

  public static void main(String[] arguments) {
    System.exit(Command.run(new Acceptance(Command.root(), System.out), arguments));
  }

  @Override
  public Integer call() throws Exception {
    Path standard = root.resolve("scripts/scenarios");
    List<Scenario> own =
        folder.isPresent() || Files.isDirectory(standard)
            ? new ScenarioFolder(folder.orElse(standard)).scenarios()
            : List.of();
    List<Played> played = new ArrayList<>();
    long start;
    try (RunningFunctions functions = instance.functions(root)) {
      start = System.nanoTime();
      Switchboard switchboard = functions.switchboard();
      for (Scenario scenario : new AcceptanceMatrix(switchboard).scenarios()) {
        played.add(play(scenario, switchboard));
      }
      for (Scenario scenario : own) {
        played.add(play(scenario, switchboard));
      }
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    report.ifPresent(file -> JunitReport.write(file, played));
    return table(played, seconds);
  }

  private static Played play(Scenario scenario, Switchboard switchboard) {
    long start = System.nanoTime();
    SimulatedCall call = scenario.play(switchboard);
    long milliseconds = (System.nanoTime() - start) / 1_000_000;
    return new Played(scenario, call, scenario.expected().differences(call), milliseconds);
  }

  private int table(List<Played> played, double seconds) {
    int width = played.stream().mapToInt(each -> each.scenario().name().length()).max().orElse(0);
    for (Played each : played) {
      out.printf(
          "%-6s %-" + width + "s  %-9s %2d %-11s %5d ms%n",
          each.passed() ? "ok" : "FAILED",
          each.scenario().name(),
          each.call().status(),
          each.call().invocations(),
          each.call().invocations() == 1 ? "invocation" : "invocations",
          each.milliseconds());
      each.differences().forEach(difference -> out.println("       " + difference));
    }
    long failed = played.stream().filter(each -> !each.passed()).count();
    out.printf(
        "%d calls as expected, %d not, in %.1f s.%n", played.size() - failed, failed, seconds);
    return failed == 0 ? 0 : 1;
  }
}
