package dialtone.tools.instance;

import dialtone.tools.Checkout;
import dialtone.tools.ShellCommand;
import dialtone.tools.command.Command;
import dialtone.tools.command.Terminal;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.InstanceRecord;
import dialtone.tools.twilio.StandInTwilio;
import dialtone.tools.twilio.TwilioDesk.Said;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;

/**
 * A project of its own with the sample file, the stand-in account, a stand-in doctl first on the
 * PATH, and instances of the real functions that run on this machine.
 */
final class InstanceDesk implements AutoCloseable {
  static final String ACCOUNT = "AC" + "c".repeat(32);
  static final String LISTS = "api/2010-04-01/Accounts/" + ACCOUNT + "/";
  static final String TOKEN = "5ec4e75ec4e75ec4e75ec4e75ec4e75e";

  final Path root;
  final StandInTwilio twilio = new StandInTwilio();
  final Map<String, String> environment = new HashMap<>();
  Checks checks;

  InstanceDesk(Path root) throws IOException {
    this.root = root;
    for (String path : List.of("packages", "project.yml", "scripts/twilio.yml")) {
      Files.createDirectories(root.resolve(path).getParent());
      Files.createSymbolicLink(root.resolve(path), Checkout.ROOT.resolve(path));
    }
    Files.createDirectories(root.resolve("doctl-state"));
    script(
        "bin/doctl",
        Files.readString(Path.of("src/test/resources/dialtone/tools/instance/doctl.sh")));
    acceptanceIs("exit 0");
    checks = new Checks(List.of("scripts/acceptance"), List.of("scripts/acceptance"));
    twilio.account(ACCOUNT, TOKEN);
    environment.put("TWILIO_API_URL", twilio.url());
    environment.put("TWILIO_ACCOUNT_SID", ACCOUNT);
    environment.put("TWILIO_AUTH_TOKEN", TOKEN);
    environment.put("DOCTL_STATE", root.resolve("doctl-state").toString());
    environment.put("PATH", root.resolve("bin") + ":" + System.getenv("PATH"));
  }

  /** From now on the smoke test is the project's own. */
  void smokeForReal() {
    checks = new Checks(smoke(), List.of("scripts/acceptance"));
  }

  private static List<String> smoke() {
    return List.of(
        ShellCommand.JAVA,
        "-XX:TieredStopAtLevel=1",
        "-Ddialtone.root=" + Checkout.ROOT,
        "-cp",
        ShellCommand.CLASS_PATH,
        "dialtone.tools.smoke.Smoke",
        "--env",
        Checkout.ROOT.resolve(".env.sample").toString());
  }

  /** What the acceptance test does here. */
  void acceptanceIs(String script) throws IOException {
    script("scripts/acceptance", "#!/bin/sh\necho acceptance \"$@\" >> acceptance.log\n" + script);
  }

  private void script(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Files.writeString(file, text);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  /** An instance was deployed from here. */
  void deployed(InstanceRecord instance) {
    instance.write(root);
  }

  /** Doctl knows a namespace. */
  void namespace(String label, String host, String id) throws IOException {
    Files.writeString(root.resolve("doctl-state/" + label), "%s %s nyc1\n".formatted(id, host));
  }

  /** What doctl was called with. */
  List<String> doctl() throws IOException {
    Path log = root.resolve("doctl-state/.log");
    return Files.exists(log) ? Files.readAllLines(log) : List.of();
  }

  Said promote(String typed, String... arguments) {
    return run(typed, workplace -> Command.line(new Promote(workplace, checks)), arguments);
  }

  Said rollback(String... arguments) {
    return run("", workplace -> Command.line(new Rollback(workplace, checks)), arguments);
  }

  /** Runs a command as a process of its own. */
  ShellCommand start(Class<?> command, String... arguments) throws IOException {
    script("scripts/smoke", "#!/bin/sh\n");
    return ShellCommand.main(root, environment, command, arguments);
  }

  Said instance(String typed, String... arguments) {
    return run(typed, workplace -> InstanceCommand.commandLine(workplace, checks), arguments);
  }

  private Said run(
      String typed, java.util.function.Function<Workplace, CommandLine> command, String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Workplace workplace =
        new Workplace(
            root,
            Map.copyOf(environment),
            new Terminal(new PrintWriter(out, true), new BufferedReader(new StringReader(typed))),
            Duration.ofMillis(1));
    CommandLine line = command.apply(workplace);
    line.setErr(new PrintWriter(err, true));
    line.setOut(new PrintWriter(out, true));
    int code = line.execute(args);
    return new Said(code, out.toString(), err.toString());
  }

  String history() throws IOException {
    Path history = root.resolve(".dialtone/history.jsonl");
    return Files.exists(history) ? Files.readString(history) : "";
  }

  @Override
  public void close() {
    twilio.close();
  }
}
