package dialtone.tools.simulator;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.SettingsFile;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say which instance is called, and by which name. */
final class CalledInstance {
  @Option(
      names = "--url",
      paramLabel = "BASE",
      description =
          "The URL of the namespace to call, such as a deployed instance's. Without it the local"
              + " server is called, or started if none runs at http://127.0.0.1:8080.")
  private Optional<String> url = Optional.empty();

  @Option(
      names = "--instance",
      paramLabel = "NAME",
      description = "Calls with ?instance=NAME, as Twilio does the instance that is NAME.")
  private Optional<String> name = Optional.empty();

  @Mixin private SettingsFile settings = new SettingsFile();

  /**
   * Its functions, running.
   *
   * @throws UserMistake if it can have no such URL or name
   */
  RunningFunctions functions(Path root) throws InterruptedException {
    if (name.filter(each -> !each.matches("[a-z0-9-]+")).isPresent()) {
      throw new UserMistake(
          "\"" + name.get() + "\" is no instance's name: expected a to z, 0 to 9 and -.",
          CommandLine.ExitCode.USAGE,
          null);
    }
    return RunningFunctions.of(root, url, name, settings.variables(root));
  }
}
