package dialtone.tools.packaging;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dialtone.testkit.TwilioRequest;
import dialtone.tools.Checkout;
import dialtone.tools.actionloop.ActionLoopHost;
import dialtone.tools.actionloop.ActionProcess;
import dialtone.tools.actionloop.ActivationLog;
import dialtone.tools.actionloop.HostException;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.Project;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The zip that is deployed, in a host that follows the protocol of OpenWhisk's Go proxies. */
class PackagedFunctionIT {
  private static final String TOKEN = "12345";
  private static final String NAME = "/fn-1/dialplans/outgoing";
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "INSTANCE",
          "dev",
          "TWILIO_AUTH_TOKEN",
          TOKEN,
          "SIP_DOMAIN",
          "example-dev.sip.twilio.com",
          "__OW_API_HOST",
          "https://faas.example.com",
          "__OW_NAMESPACE",
          "fn-1");

  private static Path zip;

  @TempDir private Path work;

  @BeforeAll
  static void packageOneFunction() {
    zip = packaged("dialplans/outgoing");
  }

  /** The zip of a function, made if there is none of these sources. */
  static Path packaged(String function) {
    return Packaging.onThisMachine(Checkout.ROOT, Checkout.variables(Map.of()))
        .zip(
            FunctionModule.of(
                Checkout.ROOT, Project.read(Checkout.ROOT).function(function).orElseThrow()));
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
  void itsClassesComeReadyFromItsCache() throws Exception {
    assertThat(mainClassLoading(Unpacked.of(zip))).contains("shared objects file");
  }

  @Test
  void withoutItsCacheItAnswersAllTheSame() throws Exception {
    for (byte[] content : new byte[][] {null, "no cache".getBytes(StandardCharsets.UTF_8)}) {
      Path directory = Unpacked.of(zip);
      Path cache = cache(directory);
      Files.delete(cache);
      if (content != null) {
        Files.write(cache, content);
      }
      assertThat(mainClassLoading(directory)).contains(StartCommand.JAR);
    }
  }

  @Test
  void whoeverMayNotReadItsCacheIsAnsweredAllTheSame() throws IOException, InterruptedException {
    Path directory = Unpacked.of(zip);
    Files.setPosixFilePermissions(cache(directory), Set.of());
    List<String> head = Anybody.runs("head", "-c", "1", cache(directory).toString());
    assertThat(new ProcessBuilder(head).start().waitFor()).as("may not read").isNotZero();
    try (ActionLoopHost host =
        ActionLoopHost.start(forAnybody(directory), ENVIRONMENT, false, PATIENCE)) {
      assertIsDialled(host);
    }
    FileTree.delete(directory.getParent());
  }

  @Test
  void startedOnceAUserWhoMayNotWriteWhereItIsRunsIt() throws Exception {
    Path directory = readOnly(Unpacked.of(zip));
    Map<Path, String> before = state(directory);

    try (ActionLoopHost host =
        ActionLoopHost.start(forAnybody(directory), ENVIRONMENT, false, PATIENCE)) {
      assertIsDialled(host);
      assertThat(state(directory)).isEqualTo(before);
    }
    deleteReadOnly(directory);
  }

  @Test
  void aUserWhoMayNotWriteWhereItIsUnpackedIsToldSo() throws Exception {
    Path directory = readOnly(ActionLoopHost.unpack(zip));

    assertThatThrownBy(
            () -> ActionLoopHost.start(forAnybody(directory), ENVIRONMENT, false, PATIENCE))
        .isInstanceOf(HostException.class)
        .hasMessageContaining("unzstd: cannot write ./lib/modules: Permission denied");
    deleteReadOnly(directory);
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

  /** Has it answer a call, and tells where the JVM had its main class from. */
  private String mainClassLoading(Path directory) throws IOException {
    Path log = work.resolve("class-loadings");
    Map<String, String> logging = with("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
    try (ActionLoopHost host = ActionLoopHost.start(directory, logging, false, PATIENCE)) {
      assertIsDialled(host);
    }
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains("dialtone.actionloop.ActionLoop source: "))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Path cache(Path directory) {
    return Stream.of(StartCache.AOT, StartCache.CDS)
        .map(directory::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  /** A directory whose {@code exec} starts another's as somebody whom modes keep out. */
  private Path forAnybody(Path directory) throws IOException {
    Path starter = Files.createDirectories(work.resolve("host/action"));
    Path exec = starter.resolve("exec");
    String command = String.join(" ", Anybody.runs(directory.resolve("exec").toString()));
    Files.writeString(exec, "#!/bin/sh\nexec " + command + "\n");
    assertThat(exec.toFile().setExecutable(true)).isTrue();
    return starter;
  }

  private static void assertIsDialled(ActionLoopHost host) {
    assertThatTwiml(host.run(signed(), call("a1"), PATIENCE))
        .isResponse(
            """
            <Dial callerId="+15035550101" answerOnBridge="true" timeLimit="3600"
                action="https://faas.example.com/api/v1/web/fn-1/dialplans/dial_status">
              <Number>+15035551212</Number>
            </Dial>""");
  }

  private static JsonObject signed() {
    return TwilioRequest.fromSip("alice", "5035551212")
        .signed(TOKEN, "https://faas.example.com/api/v1/web/fn-1/dialplans/outgoing")
        .digitalOceanRaw();
  }

  private static Map<String, String> call(String activation) {
    return Map.of("__OW_ACTIVATION_ID", activation, "__OW_ACTION_NAME", NAME);
  }

  private static Map<String, String> with(String name, String value) {
    Map<String, String> more = new TreeMap<>(ENVIRONMENT);
    more.put(name, value);
    return more;
  }

  private static List<Path> tree(Path directory) throws IOException {
    try (Stream<Path> found = Files.walk(directory)) {
      return new ArrayList<>(found.toList());
    }
  }

  /** Lets nobody write into it whom modes keep out. */
  private static Path readOnly(Path directory) throws IOException, InterruptedException {
    for (Path path : tree(directory)) {
      Files.setPosixFilePermissions(
          path,
          PosixFilePermissions.fromString(Files.isExecutable(path) ? "r-xr-xr-x" : "r--r--r--"));
    }
    List<String> touch = Anybody.runs("touch", directory.resolve("new").toString());
    assertThat(new ProcessBuilder(touch).start().waitFor()).as("may not write").isNotZero();
    return directory;
  }

  private static void deleteReadOnly(Path directory) throws IOException {
    for (Path path : tree(directory)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    FileTree.delete(directory.getParent());
  }

  private static Map<Path, String> state(Path directory) throws IOException {
    Map<Path, String> state = new TreeMap<>();
    for (Path path : tree(directory)) {
      state.put(path, Files.size(path) + " " + Files.getLastModifiedTime(path));
    }
    return state;
  }
}
