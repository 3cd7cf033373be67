package dialtone.tools.doctor;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Asks the host itself whether its Go kind runs a program that was built elsewhere: deploys a shell
 * script of a few lines as a function, calls it, and removes it.
 */
final class Probe {
  private static final String FUNCTION = "dialtone-probe/probe";
  private static final String ANSWER = "this host runs it";

  private final String kind;

  Probe(String kind) {
    this.kind = kind;
  }

  /**
   * Asks.
   *
   * @throws UserMistake if there is no doctl, or the function cannot be deployed
   */
  Finding ask() throws IOException, InterruptedException {
    Path project = Files.createTempDirectory("probe");
    Path function = Files.createDirectories(project.resolve("packages/" + FUNCTION));
    write("project.yml", project.resolve("project.yml"));
    write("exec", function.resolve("exec"));
    Files.writeString(function.resolve("answer"), ANSWER + "\n");
    if (!function.resolve("exec").toFile().setExecutable(true)) {
      throw new IOException("cannot make " + function.resolve("exec") + " executable");
    }
    Tool deployed = doctl(project, "deploy", project.toString());
    if (!deployed.succeeded()) {
      throw new UserMistake("The probe cannot be deployed:\n" + deployed.output());
    }
    try {
      Tool called = doctl(project, "functions", "invoke", FUNCTION);
      return called.succeeded() && called.output().contains(ANSWER)
          ? Finding.well("the host's " + kind + " runs a program that was built elsewhere")
          : Finding.wrong(
              "the host's " + kind + " does not run the probe: " + called.output(),
              "Change runtime in project.yml to a Node.js kind: see README-do.md.");
    } finally {
      doctl(project, "undeploy", FUNCTION);
      doctl(project, "undeploy", "--packages", "dialtone-probe");
    }
  }

  private void write(String resource, Path file) throws IOException {
    try (InputStream content = Probe.class.getResourceAsStream(resource)) {
      Files.writeString(
          file, new String(content.readAllBytes(), StandardCharsets.UTF_8).replace("{kind}", kind));
    }
  }

  private static Tool doctl(Path directory, String... words) throws InterruptedException {
    String[] command = new String[words.length + 2];
    command[0] = "doctl";
    command[1] = "serverless";
    System.arraycopy(words, 0, command, 2, words.length);
    return Tool.run(directory, command)
        .orElseThrow(() -> new UserMistake("There is no doctl: scripts/doctor tells more."));
  }
}
