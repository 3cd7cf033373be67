package dialtone.tools.packaging;

import static dialtone.tools.packaging.PackagedOutgoing.ENVIRONMENT;
import static dialtone.tools.packaging.PackagedOutgoing.PATIENCE;
import static dialtone.tools.packaging.PackagedOutgoing.assertIsDialled;
import static dialtone.tools.packaging.PackagedOutgoing.call;
import static dialtone.tools.packaging.PackagedOutgoing.signed;
import static dialtone.tools.packaging.PackagedOutgoing.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dialtone.testkit.TwilioRequest;
import dialtone.tools.actionloop.ActionLoopHost;
import dialtone.tools.actionloop.ActionProcess;
import dialtone.tools.actionloop.ActivationLog;
import dialtone.tools.actionloop.HostException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The zip that is deployed, in a host that follows the protocol of OpenWhisk's Go proxies. */
class PackagedFunctionIT {
  private static Path zip;

  @BeforeAll
  static void packageOneFunction() {
    zip = PackagedOutgoing.zip();
  }

  @Test
  void aSignedCallIsAnsweredOnceAndAgain() {
    try (ActionLoopHost host = ActionLoopHost.init(zip, ENVIRONMENT, false, PATIENCE)) {
      for (int i = 0; i < 3; i++) {
        assertIsDialled(host);
      }
      assertThat(host.process().end(PATIENCE)).isZero();
    }
  }

  @Test
  void aCallThatIsNotSignedIsForbidden() {
    try (ActionLoopHost host = ActionLoopHost.init(zip, ENVIRONMENT, false, PATIENCE)) {
      JsonObject answer =
          host.run(TwilioRequest.fromSip("alice", "101").digitalOceanRaw(), call("a1"), PATIENCE);
      assertThat(answer.get("statusCode").getAsInt()).isEqualTo(403);
    }
  }

  @Test
  void whereTheHostAsksForItTheEndOfEachActivationIsMarkedAfterItsLog() {
    try (ActionLoopHost host =
        ActionLoopHost.init(zip, with("ACTION_LOOP_MARKERS", "true"), true, PATIENCE)) {
      for (String id : List.of("a1", "a2")) {
        host.run(signed(), call(id), PATIENCE);
        ActivationLog log = host.log();
        assertThat(log.whole()).isTrue();
        assertThat(log.out()).singleElement().asString().contains("\"activation\":\"" + id + "\"");
        assertThat(log.err()).isEmpty();
      }
    }
  }

  @Test
  void whatALogSaysIsUtf8ThoughNoHostSetsALocale() {
    try (ActionLoopHost host =
        ActionLoopHost.init(zip, with("ACTION_LOOP_MARKERS", "true"), true, PATIENCE)) {
      host.run(signed(), call("a1"), PATIENCE);
      assertThat(host.log().out()).singleElement().asString().contains("\"from\":\"…ce\"");
    }
  }

  @Test
  void aLineThatIsNoRequestIsAnsweredAndTheNextOneToo() {
    try (ActionLoopHost host = ActionLoopHost.init(zip, ENVIRONMENT, false, PATIENCE)) {
      assertThat(host.run("no JSON", PATIENCE)).contains("the request is not JSON");
      assertIsDialled(host);
    }
  }

  @Test
  void aRequestThatOverflowsTheStackIsAnsweredAndTheNextOneToo() {
    try (ActionLoopHost host = ActionLoopHost.init(zip, ENVIRONMENT, false, PATIENCE)) {
      assertThat(host.run("{\"value\":".repeat(100_000), PATIENCE))
          .contains("the request is not JSON");
      assertIsDialled(host);
    }
  }

  @Test
  void aProcessThatIsKilledLeavesAnErrorNotAHost() {
    try (ActionLoopHost host = ActionLoopHost.init(zip, ENVIRONMENT, false, PATIENCE)) {
      host.process().kill();
      assertThatThrownBy(() -> host.run(signed(), call("a1"), PATIENCE))
          .isInstanceOf(HostException.class)
          .hasMessageContaining("command exited");
    }
  }

  @Test
  void whereItMayNotReserveEnoughAddressesItSaysSo() {
    Path directory = ActionLoopHost.unpack(zip);
    try (ActionProcess process =
        ActionProcess.start(
            List.of("/bin/sh", "-c", "ulimit -v 131072; exec ./exec"), directory, ENVIRONMENT)) {
      assertThat(process.receive(PATIENCE)).isEmpty();
      // Whether the heap or the code cache comes first differs between machines.
      assertThat(process.log(true).out())
          .anyMatch(line -> line.startsWith("Could not reserve enough space for"));
    }
    ActionLoopHost.delete(directory);
  }

  @Test
  void whereNobodyReadsItsAnswersItSaysWhatItIsFor() {
    Path directory = ActionLoopHost.unpack(zip);
    try (ActionProcess process =
        ActionProcess.start(
            List.of("/bin/sh", "-c", "exec 3>&-; exec ./exec"), directory, ENVIRONMENT)) {
      assertThat(process.receive(PATIENCE)).isEmpty();
      assertThat(process.end(PATIENCE)).isEqualTo(64);
      assertThat(process.log(true).err()).singleElement().asString().contains("action-loop");
    }
    ActionLoopHost.delete(directory);
  }

  @Test
  void theZipHasTheLicencesOfWhatItBringsAndNothingOfMavens() throws IOException {
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.stream().map(entry -> entry.getName()))
          .contains(
              "exec",
              "unzstd",
              "bin/java",
              "lib/modules.zst",
              "legal/java.base/LICENSE",
              "legal/unzstd/libzstd-dev")
          .noneMatch(name -> name.contains("pom.xml") || name.startsWith("src/"));
    }
    assertThat(Files.size(zip)).isLessThan(30L * 1024 * 1024);
  }
}
