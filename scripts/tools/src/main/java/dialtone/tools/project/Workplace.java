package dialtone.tools.project;

import dialtone.core.host.Environment;
import dialtone.tools.command.Command;
import dialtone.tools.command.Terminal;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * Where a command runs.
 *
 * @param root the project
 * @param variables the process's environment, which commands that are started inherit
 * @param environment the settings: those variables, then {@code .env}
 * @param firstWait before something that failed in passing is tried again; later waits are longer
 */
public record Workplace(
    Path root,
    Map<String, String> variables,
    Environment environment,
    Terminal terminal,
    Clock clock,
    Duration firstWait) {

  public Workplace(
      Path root, Map<String, String> variables, Terminal terminal, Duration firstWait) {
    this(
        root, variables, new ToolSettings(variables, root), terminal, Clock.systemUTC(), firstWait);
  }

  /** This process's. */
  public static Workplace here() {
    return new Workplace(
        Command.root(),
        System.getenv(),
        new Terminal(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))),
        Duration.ofMillis(500));
  }

  /** The names that {@code .env} gives. */
  public Set<String> settingNames() {
    return environment instanceof ToolSettings settings ? settings.namesInFile() : Set.of();
  }

  /** The same with other settings. */
  public Workplace with(Environment settings) {
    return new Workplace(root, variables, settings, terminal, clock, firstWait);
  }

  /** Says a line to the person who runs the command. */
  public void say(String line) {
    terminal.say(line);
  }
}
