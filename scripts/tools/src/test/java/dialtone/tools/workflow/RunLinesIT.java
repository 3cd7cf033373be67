package dialtone.tools.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dialtone.tools.Checkout;
import dialtone.tools.project.Web;
import dialtone.tools.server.ClassLoaderContainers;
import dialtone.tools.server.LocalServer;
import dialtone.tools.twilio.StandInTwilio;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every line that a workflow runs, but scripts/test, run as it stands there: with the stand-in
 * account, stand-ins for doctl and gh, and two instances on this machine.
 */
class RunLinesIT {
  private static final String ACCOUNT = "AC" + "e".repeat(32);
  private static final String LISTS = "api/2010-04-01/Accounts/" + ACCOUNT + "/";
  private static final String TOKEN = "a-token-that-no-log-may-hold";

  private final StandInTwilio twilio = new StandInTwilio();
  private final Map<String, String> environment = new HashMap<>();
  private LocalServer old;
  private LocalServer version;
  @TempDir private Path root;

  @BeforeEach
  void checkOut() throws Exception {
    layOut();
    old = serve("old");
    version = serve("v1-2-3");
    twilio.account(ACCOUNT, TOKEN);
    twilio.own(ACCOUNT, "+15035550100");
    environment.putAll(
        Map.of(
            "TWILIO_API_URL",
            twilio.url(),
            "TWILIO_ACCOUNT_SID",
            ACCOUNT,
            "TWILIO_AUTH_TOKEN",
            TOKEN,
            "DOCTL_STATE",
            root.resolve("doctl-state").toString(),
            "NEW_HOST",
            version.url(),
            "NEW_ID",
            "local",
            "PATH",
            root.resolve("bin") + ":" + System.getenv("PATH"),
            "DIALTONE_BUILT",
            "1",
            "JAVA_HOME",
            System.getProperty("java.home")));
    environment.putAll(
        Map.of(
            "DO_HOST", old.url(),
            "DO_NAMESPACE", "local",
            "PULL_REQUEST", "17",
            "GH_TOKEN", "x",
            "GITHUB_REF_NAME", "v1.2.3",
            "VERSION", "v1.2.3",
            "INSTANCE_TO_PROMOTE", "v1-2-3",
            "HOME", root.toString()));
  }

  @AfterEach
  void stop() {
    old.close();
    version.close();
    twilio.close();
  }

  @Test
  void aVersionIsPreviewedReleasedDeployedPromotedAndRolledBack() throws Exception {
    assertThat(run("scripts/twilio up --stack prod --yes")).contains("read back as described");
    JsonObject domain = twilio.all(LISTS + "SIP/Domains").get(0);
    domain.addProperty("voice_method", "GET");

    runAll("preview");
    assertThat(Files.readString(root.resolve("gh.log")))
        .contains("pr comment 17")
        .contains("this would change")
        .contains("VoiceMethod GET → POST");
    runAll("preview");
    assertThat(Files.readString(root.resolve("gh.log")).split("this would change", -1))
        .as("written, then written over")
        .hasSize(3);

    runAll("release");
    assertThat(Files.readString(root.resolve("gh.log")))
        .contains("release create v1.2.3")
        .contains("dialplans-outgoing.zip")
        .contains("SHA256SUMS");
    String sums = Files.readString(root.resolve("target/release/SHA256SUMS"));
    assertThat(sums).contains("  ops-version.jar").doesNotContain("SHA256SUMS");
    assertThat(domain.get("voice_url").getAsString()).startsWith(old.url());

    List<String> promote = Workflow.named("promote").runLines();
    for (String line : promote.subList(0, promote.size() - 1)) {
      run(line);
    }
    assertThat(domain.get("voice_url").getAsString()).startsWith(version.url());

    run(promote.get(promote.size() - 1));
    assertThat(domain.get("voice_url").getAsString()).startsWith(old.url());
    assertThat(domain.get("voice_fallback_url").getAsString()).startsWith(version.url());
  }

  private void runAll(String workflow) throws Exception {
    for (String line : Workflow.named(workflow).runLines()) {
      if (!line.equals("scripts/test")) {
        run(line);
      }
    }
  }

  /** As a runner does: bash, which stops at the first failure. */
  private String run(String line) throws Exception {
    Path output = root.resolve("output");
    ProcessBuilder bash =
        new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", line)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectInput(new File("/dev/null"))
            .redirectOutput(output.toFile());
    bash.environment().clear();
    bash.environment().putAll(environment);
    int code = bash.start().waitFor();
    String said = Files.readString(output);
    assertThat(code).as(line + "\n" + said).isZero();
    assertThat(said).as(line).doesNotContain(TOKEN).doesNotContain("a-secret-key");
    return said;
  }

  private LocalServer serve(String instance) throws Exception {
    return LocalServer.of(
            Checkout.project(Web.RAW),
            Checkout.variables(Map.of("INSTANCE", instance, "TWILIO_AUTH_TOKEN", TOKEN)))
        .log(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
        .start(new ClassLoaderContainers(Checkout.project(Web.RAW)));
  }

  /** A checkout whose scripts are ours, and whose packages are made of nothing. */
  private void layOut() throws IOException {
    Files.createDirectories(root.resolve("doctl-state"));
    Files.createSymbolicLink(root.resolve("project.yml"), Checkout.ROOT.resolve("project.yml"));
    Files.createSymbolicLink(root.resolve(".env.sample"), Checkout.ROOT.resolve(".env.sample"));
    Files.createDirectories(root.resolve("scripts"));
    try (Stream<Path> scripts = Files.list(Checkout.ROOT.resolve("scripts"))) {
      for (Path script : scripts.toList()) {
        if (!script.getFileName().toString().equals("package")) {
          Files.createSymbolicLink(root.resolve("scripts").resolve(script.getFileName()), script);
        }
      }
    }
    for (var function : Checkout.project(Web.RAW).functions()) {
      Files.createDirectories(root.resolve("packages").resolve(function.qualifiedName()));
    }
    executable(
        "scripts/package",
        """
        #!/bin/bash
        cd "$(dirname "$0")/.."
        for f in packages/*/*/; do
          mkdir -p "$f/target"
          for kind in jar zip; do echo "$f" >"$f/target/$(basename "$f").$kind"; done
        done
        """);
    executable(
        "bin/gh",
        """
        #!/bin/bash
        log=$(dirname "$0")/../gh.log
        echo "$*" >>"$log"
        [ "$1" = pr ] || exit 0
        if [[ $* = *--edit-last* ]] && [ ! -e "$log.commented" ]; then
          echo "no comments found for current user" >&2
          exit 1
        fi
        touch "$log.commented"
        cat "$5" >>"$log"
        """);
    executable(
        "bin/doctl",
        Files.readString(Path.of("src/test/resources/dialtone/tools/instance/doctl.sh")));
  }

  private void executable(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
