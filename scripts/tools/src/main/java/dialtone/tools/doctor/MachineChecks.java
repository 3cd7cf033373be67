package dialtone.tools.doctor;

import dialtone.tools.command.UserMistake;
import dialtone.tools.packaging.Packaging;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a machine needs to build, package and deploy. */
final class MachineChecks {
  private static final int[] OLDEST_DOCTL = {1, 139, 0};
  private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)\\.(\\d+)");

  /** A kind that has a version: {@code go:default} only says which of them is meant. */
  private static final Pattern KIND = Pattern.compile("\\b(?:go|nodejs|python|php):\\d[\\w.]*");

  private final Path root;

  MachineChecks(Path root) {
    this.root = root;
  }

  List<Finding> findings() throws InterruptedException {
    List<Finding> findings = new ArrayList<>();
    findings.add(Finding.well("Java " + Runtime.version() + " runs the tools"));
    findings.add(packaged());
    findings.add(program("Maven", "mvn", "Install Maven 3.6.3 or later.", "mvn", "-v"));
    findings.add(
        program(
            "strip",
            "strip",
            "Install binutils (Debian and Ubuntu: apt install binutils).",
            "strip",
            "--version"));
    findings.add(
        program(
            "zstd",
            "zstd",
            "Install zstd (Debian and Ubuntu: apt install zstd).",
            "zstd",
            "--version"));
    findings.add(compiler());
    findings.addAll(doctl());
    return findings;
  }

  private Finding packaged() {
    try {
      return Finding.well(Packaging.deployedRuntime() + " is packaged");
    } catch (UserMistake e) {
      return Finding.wrong("no JDK to package", e.getMessage());
    }
  }

  private Finding compiler() throws InterruptedException {
    for (String library : List.of("libc.a", "libzstd.a")) {
      Optional<Tool> gcc = Tool.run(root, "gcc", "--print-file-name=" + library);
      // Of a library that it has it tells the whole path.
      if (gcc.isEmpty() || !gcc.get().output().startsWith("/")) {
        return Finding.wrong(
            gcc.isEmpty() ? "there is no gcc" : "gcc has no " + library,
            "Install gcc and the static libraries of C and zstd (Debian and Ubuntu: apt install gcc"
                + " libc6-dev libzstd-dev).");
      }
    }
    return program("C compiler with libzstd", "gcc", "", "gcc", "--version");
  }

  private Finding program(String what, String name, String remedy, String... command)
      throws InterruptedException {
    Optional<Tool> tool = Tool.run(root, command);
    return tool.isPresent() && tool.get().succeeded()
        ? Finding.well(what + ": " + tool.get().firstLine())
        : Finding.wrong("there is no " + name, remedy);
  }

  private List<Finding> doctl() throws InterruptedException {
    Optional<Tool> version = Tool.run(root, "doctl", "version");
    if (version.isEmpty()) {
      return List.of(
          Finding.wrong(
              "there is no doctl",
              "Install doctl 1.139 or later, then: doctl auth init; doctl serverless install."));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(
        isNewEnough(version.get().output())
            ? Finding.well(version.get().firstLine())
            : Finding.wrong(version.get().firstLine(), "Install doctl 1.139 or later."));
    Tool status = Tool.run(root, "doctl", "serverless", "status", "--languages").orElseThrow();
    if (!status.succeeded()) {
      findings.add(
          Finding.wrong(
              "no namespace is connected: " + status.firstLine(),
              "doctl auth init; doctl serverless install; doctl serverless connect NAMESPACE."));
      return findings;
    }
    findings.add(Finding.well("namespace: " + status.firstLine()));
    List<String> kinds = kinds(status.output());
    findings.add(
        kinds.isEmpty()
            ? Finding.missing(
                "the host did not tell its kinds",
                "doctl serverless status --languages shows them.")
            : Finding.well("the host's kinds: " + String.join(", ", kinds)));
    return findings;
  }

  /** The kinds that {@code doctl serverless status --languages} tells of. */
  static List<String> kinds(String status) {
    return KIND.matcher(status).results().map(found -> found.group()).toList();
  }

  static boolean isNewEnough(String doctlVersion) {
    Matcher version = VERSION.matcher(doctlVersion);
    if (!version.find()) {
      return false;
    }
    for (int i = 0; i < OLDEST_DOCTL.length; i++) {
      int part = Integer.parseInt(version.group(i + 1));
      if (part != OLDEST_DOCTL[i]) {
        return part > OLDEST_DOCTL[i];
      }
    }
    return true;
  }
}
