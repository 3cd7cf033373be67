package dialtone.tools.instance;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Workplace;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Runs other commands, each printed before it runs. Secrets reach them in their environment. */
record Shell(Workplace workplace) {

  /**
   * Runs a command in the project's directory.
   *
   * @param environment what it gets besides this process's own
   * @param shown whether the person sees what it prints
   * @return the lines that it printed
   * @throws UserMistake if it is not there or fails; the message ends with what it printed
   */
  List<String> run(List<String> command, Map<String, String> environment, boolean shown) {
    workplace.say("$ " + String.join(" ", command));
    List<String> lines = new ArrayList<>();
    int code;
    try {
      Process process = start(command, environment);
      process.getOutputStream().close();
      try (BufferedReader out = process.inputReader()) {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
          lines.add(line);
          if (shown) {
            workplace.say("  " + line);
          }
        }
      }
      code = process.waitFor();
    } catch (IOException e) {
      throw new UserMistake(command.get(0) + " cannot be run: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UserMistake("interrupted while " + command.get(0) + " ran", e);
    }
    if (code != 0) {
      String said = shown || lines.isEmpty() ? "" : ":\n  " + String.join("\n  ", lines);
      throw new UserMistake(String.join(" ", command) + " failed, exit code " + code + said);
    }
    return lines;
  }

  private Process start(List<String> command, Map<String, String> environment) throws IOException {
    List<String> found = new ArrayList<>(command);
    found.set(0, executable(command.get(0)).toString());
    ProcessBuilder builder =
        new ProcessBuilder(found).directory(workplace.root().toFile()).redirectErrorStream(true);
    Map<String, String> all = new HashMap<>(workplace.variables());
    all.putAll(environment);
    builder.environment().clear();
    builder.environment().putAll(all);
    return builder.start();
  }

  private Path executable(String name) {
    Stream<Path> places =
        name.contains("/")
            ? Stream.of(workplace.root().resolve(name))
            : Stream.of(
                    Optional.ofNullable(workplace.variables().get("PATH")).orElse("").split(":"))
                .map(directory -> Path.of(directory, name));
    return places
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new UserMistake(missing(name)));
  }

  private static String missing(String name) {
    return name.equals("doctl")
        ? "doctl is not on the PATH: install it, then doctl auth init and doctl serverless install"
        : name + " is not there, and nothing is done without it";
  }
}
