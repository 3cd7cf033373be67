package dialtone.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts as they are typed, on machines that have what they need and on others. */
class ScriptsIT {
  @TempDir private Path bin;

  @ParameterizedTest
  @MethodSource("scripts")
  void everyScriptExplainsItself(Path script) throws Exception {
    try (ShellCommand help = run(Map.of(), script.toString(), "--help")) {
      assertThat(help.exitCode()).as(help.output()).isZero();
      assertThat(help.output()).startsWith("Usage: scripts/" + script.getFileName());
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void everyScriptRefusesWhatItDoesNotKnow(Path script) throws Exception {
    try (ShellCommand wrong = run(Map.of(), script.toString(), "--no-such-option")) {
      assertThat(wrong.exitCode()).as(wrong.output()).isEqualTo(2);
      assertThat(wrong.output()).contains("--no-such-option").doesNotContain("\tat ");
    }
  }

  @Test
  void whatIsMissingIsInstalledWithApt() throws Exception {
    machine();
    command("apt-get", INSTALL);
    try (ShellCommand smoke = run(path(), "scripts/smoke", "--help")) {
      assertThat(smoke.exitCode()).as(smoke.output()).isZero();
      assertThat(smoke.output())
          .contains(
              "Not found: a JDK 17 or later.\nInstalling openjdk-17-jdk-headless with apt.\n",
              "Not found: Maven.\nInstalling maven with apt.\n",
              "Usage: scripts/smoke");
    }
  }

  @Test
  void whatOnlyTheTestsNeedIsInstalledToo() throws Exception {
    machine();
    command(
        "apt-get",
        INSTALL
            + """

            case "$*" in
              *"install"*binutils) ln -s "$BIN/cat" "$BIN/strip" ;;
              *"install"*" zstd") ln -s "$BIN/cat" "$BIN/zstd" ;;
              *"install"*libzstd-dev) ln -s "$BIN/cat" "$BIN/gcc" ;;
              *"install"*curl) echo no network; exit 100 ;;
            esac""");
    try (ShellCommand test = run(path(), "scripts/test")) {
      assertThat(test.exitCode()).isEqualTo(1);
      assertThat(test.output())
          .contains(
              "Installing binutils with apt.\n",
              "Installing zstd with apt.\n",
              "Installing gcc libc6-dev libzstd-dev with apt.\n",
              "Installing curl with apt.\nno network\napt could not install curl: see above.\n");
    }
  }

  @Test
  void sudoInstallsWhereTheUserIsNotRoot() throws Exception {
    machine();
    command("id", "echo 1000");
    command("sudo", "echo as root: \"$@\"; exec \"$@\"");
    command("apt-get", INSTALL);
    try (ShellCommand smoke = run(path(), "scripts/smoke", "--help")) {
      assertThat(smoke.exitCode()).as(smoke.output()).isZero();
      assertThat(smoke.output()).contains("as root: apt-get update", "as root: env ");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scripts/dev", "scripts/smoke", "scripts/test"})
  void withoutAptTheUserIsToldWhatToInstall(String script) throws Exception {
    machine();
    try (ShellCommand told = run(path(), script)) {
      assertThat(told.exitCode()).isEqualTo(1);
      assertThat(told.output())
          .isEqualTo("Not found: a JDK 17 or later.\nInstall a JDK 17 or later and try again.\n");
    }
  }

  @Test
  void withoutRightsTheUserIsToldWhatToInstall() throws Exception {
    machine();
    command("id", "echo 1000");
    command("apt-get", INSTALL);
    try (ShellCommand told = run(path(), "scripts/dev")) {
      assertThat(told.exitCode()).isEqualTo(1);
      assertThat(told.output()).contains("Not root and no sudo: install openjdk-17-jdk-headless");
    }
  }

  @Test
  void aFailingInstallationIsTold() throws Exception {
    machine();
    command("apt-get", "echo no network; exit 100");
    try (ShellCommand told = run(path(), "scripts/dev")) {
      assertThat(told.exitCode()).isEqualTo(1);
      assertThat(told.output())
          .contains("no network", "apt could not install openjdk-17-jdk-headless: see above.");
    }
  }

  @Test
  void aJdkThatIsTooOldIsNotTaken() throws Exception {
    machine();
    command("javac", "exit 0");
    command("java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    try (ShellCommand told = run(path(), "scripts/dev")) {
      assertThat(told.exitCode()).isEqualTo(1);
      assertThat(told.output()).contains("Not found: a JDK 17 or later.");
    }
  }

  @Test
  void twoBuildsOfOneCheckoutWaitForEachOther(@TempDir Path checkout) throws Exception {
    Map<String, String> both = slowBuilds(checkout, "build");
    try (ShellCommand first = ShellCommand.start(checkout, both, "scripts/tools/build")) {
      first.awaitOutput("begin");
      try (ShellCommand second = ShellCommand.start(checkout, both, "scripts/tools/build")) {
        second.awaitOutput("Another build of this checkout is running: waiting for it.");
        assertThat(second.output()).doesNotContain("begin");
        Files.createFile(checkout.resolve("done"));
        assertThat(first.exitCode()).isZero();
        assertThat(second.exitCode()).isZero();
        assertThat(second.output()).contains("begin", "end");
      }
    }
  }

  @Test
  void whatTwoToolsNeedIsBuiltOnce(@TempDir Path checkout) throws Exception {
    Map<String, String> both = slowBuilds(checkout, "run");
    command("javac", "exit 0");
    command(
        "java",
        "[ \"$1\" = -version ] && echo 'openjdk version \"17.0.1\"' >&2 || echo \"runs ${!#}\"");
    both.put("JAVA_HOME", "");
    Files.createFile(checkout.resolve("pom.xml"));
    for (String module : new String[] {"lib/core", "scripts/tools"}) {
      Files.createDirectories(checkout.resolve(module + "/src/main"));
      Files.createFile(checkout.resolve(module + "/pom.xml"));
    }
    Files.createDirectories(checkout.resolve("scripts/tools/target"));
    Files.createFile(checkout.resolve("scripts/tools/target/classpath"));
    try (ShellCommand first = ShellCommand.start(checkout, both, "scripts/tools/run", "First")) {
      first.awaitOutput("begin");
      try (ShellCommand second =
          ShellCommand.start(checkout, both, "scripts/tools/run", "Second")) {
        second.awaitOutput("Another build of this checkout is running: waiting for it.");
        Files.createFile(checkout.resolve("done"));
        assertThat(first.exitCode()).isZero();
        assertThat(second.exitCode()).isZero();
        assertThat(first.output()).contains("begin", "end", "runs First");
        assertThat(second.output()).doesNotContain("begin").contains("runs Second");
      }
    }
  }

  /** A checkout of one script, where Maven takes until a file named done is there. */
  private Map<String, String> slowBuilds(Path checkout, String script) throws IOException {
    Path tools = Files.createDirectories(checkout.resolve("scripts/tools"));
    for (String name : new String[] {"setup.sh", script}) {
      Files.copy(
          Checkout.ROOT.resolve("scripts/tools/" + name),
          tools.resolve(name),
          StandardCopyOption.COPY_ATTRIBUTES);
    }
    command("mvn", "echo begin; until [ -e \"$DONE\" ]; do sleep 0.1; done; echo end");
    Map<String, String> both = new HashMap<>();
    both.put("PATH", bin + File.pathSeparator + System.getenv("PATH"));
    both.put("DIALTONE_LOCKED", "");
    both.put("DIALTONE_BUILT", "");
    both.put("DONE", checkout.resolve("done").toString());
    return both;
  }

  static Stream<Path> scripts() throws IOException {
    try (Stream<Path> files = Files.list(Checkout.ROOT.resolve("scripts"))) {
      return files
          .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
          .sorted()
          .toList()
          .stream();
    }
  }

  /** Installs the JDK or Maven that this test runs with. */
  private static final String INSTALL =
      """
      case "$*" in
        *"install"*openjdk-17-jdk-headless) ln -sf "$REAL_JAVA"/bin/java "$REAL_JAVA"/bin/javac "$BIN" ;;
        *"install"*maven) printf '#!/bin/sh\\n' >"$BIN/mvn"; chmod +x "$BIN/mvn" ;;
      esac""";

  /** A machine that has the ordinary commands, and neither Java nor Maven nor apt. */
  private void machine() throws IOException {
    for (String name :
        new String[] {
          "bash", "sh", "env", "dirname", "cat", "sed", "find", "grep", "ln", "chmod", "mkdir",
          "mktemp", "touch", "mv", "rm", "flock", "awk", "seq", "sleep", "od", "tr"
        }) {
      for (String directory : System.getenv("PATH").split(":", -1)) {
        Path command = Path.of(directory, name);
        if (Files.isExecutable(command) && Files.notExists(bin.resolve(name))) {
          Files.createSymbolicLink(bin.resolve(name), command);
        }
      }
    }
    command("id", "echo 0"); // root's, whoever runs these tests
  }

  private void command(String name, String text) throws IOException {
    Path file = bin.resolve(name);
    Files.deleteIfExists(file);
    Files.writeString(file, "#!/bin/bash\n" + text + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }

  private Map<String, String> path() {
    return Map.of(
        "PATH", bin.toString(),
        "BIN", bin.toString(),
        "REAL_JAVA", System.getProperty("java.home"),
        "JAVA_HOME", "");
  }

  private static ShellCommand run(
      Map<String, String> environment, String script, String... arguments) throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("DIALTONE_BUILT", "1");
    return ShellCommand.start(Checkout.ROOT, all, script, arguments);
  }
}
