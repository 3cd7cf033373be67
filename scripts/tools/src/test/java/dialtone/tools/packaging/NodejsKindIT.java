package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.impl.driver.Driver;
import dialtone.testkit.TwilioRequest;
import dialtone.tools.actionloop.ActionLoopHost;
import dialtone.tools.actionloop.ActionProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a package for a Node.js kind brings beside {@code exec}, in a Node.js of this machine. */
class NodejsKindIT {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** Loads the module as the kind does, then calls it with each line; answers on descriptor 3. */
  private static final String KIND =
      """
      const action = require(process.argv[1])
      const say = object => require('fs').writeSync(3, JSON.stringify(object) + '\\n')
      let last = Promise.resolve()
      require('readline').createInterface({ input: process.stdin }).on('line', line => {
        last = last
          .then(() => action.main(JSON.parse(line)))
          .then(say, error => say({ rejected: error.message }))
      })
      """;

  /** Speaks the protocol; ends on one request, and answers any other with its own process. */
  private static final String PROGRAM =
      """
      #!/bin/sh
      echo '{"ok":true}'
      while read -r line; do
        case $line in
          *die*) exit 7 ;;
          *) echo "said before"; echo "{\\"pid\\":$$}" ;;
        esac
      done
      """;

  @TempDir Path work;

  /** Playwright brings a Node.js of its own. */
  private final String node =
      Driver.ensureDriverInstalled(System.getenv(), /* installBrowsers= */ false)
          .createProcessBuilder()
          .command()
          .get(0);

  @Test
  void aSignedCallIsAnsweredOnceAndAgain() throws IOException {
    Path directory = ActionLoopHost.unpack(PackagedOutgoing.zip());
    Kind.NODEJS.addTo(directory);
    // As a host leaves it that unpacks without modes.
    for (String runnable : List.of("exec", "unzstd", "bin/java")) {
      Files.setPosixFilePermissions(
          directory.resolve(runnable), PosixFilePermissions.fromString("rw-r--r--"));
    }
    String event =
        TwilioRequest.fromSip("alice", "5035551212")
            .signed(RehearsalRequests.TOKEN, RehearsalRequests.url("dialplans/outgoing"))
            .digitalOceanRaw()
            .toString();
    try (ActionProcess kind = start(directory, RehearsedCall.ENVIRONMENT)) {
      for (int i = 0; i < 2; i++) {
        assertThat(ask(kind, event).get("body").getAsString())
            .contains("<Number>+15035551212</Number>");
      }
    } finally {
      FileTree.delete(directory.getParent());
    }
  }

  @Test
  void whatTheProgramPrintsIsLoggedAndOnlyItsAnswersAreAnswers() throws IOException {
    try (ActionProcess kind = start(program(), Map.of())) {
      assertThat(ask(kind, "{}").has("pid")).isTrue();
      assertThat(ask(kind, "{}").has("pid")).isTrue();
      List<String> logged = new ArrayList<>();
      await()
          .atMost(PATIENCE)
          .untilAsserted(
              () -> {
                logged.addAll(kind.log(false).out());
                assertThat(logged).containsExactly("said before", "said before");
              });
    }
  }

  @Test
  void aProgramThatEndsInTheMiddleOfARequestIsAnErrorAndTheNextCallIsServedAfresh()
      throws IOException {
    try (ActionProcess kind = start(program(), Map.of())) {
      int before = ask(kind, "{}").get("pid").getAsInt();
      assertThat(ask(kind, "{\"please\":\"die\"}").get("rejected").getAsString())
          .isEqualTo("the function has ended: 7");
      assertThat(ask(kind, "{}").get("pid").getAsInt()).isNotEqualTo(before);
    }
  }

  @Test
  void aProgramThatCannotBeStartedIsAnErrorThatSaysSo() throws IOException {
    Path directory = program();
    Files.writeString(directory.resolve("exec"), "#!/no/such/interpreter\n");
    try (ActionProcess kind = start(directory, Map.of())) {
      assertThat(ask(kind, "{}").get("rejected").getAsString())
          .startsWith("the function cannot be started: ");
    }
  }

  private Path program() throws IOException {
    Path directory = Files.createDirectories(work.resolve("package"));
    Files.writeString(directory.resolve("exec"), PROGRAM);
    Files.createDirectories(directory.resolve("bin"));
    Files.writeString(directory.resolve("bin/java"), "");
    Files.writeString(directory.resolve("unzstd"), "");
    Kind.NODEJS.addTo(directory);
    return directory;
  }

  private ActionProcess start(Path directory, Map<String, String> environment) {
    Map<String, String> all = new TreeMap<>(environment);
    all.put("PATH", System.getenv("PATH"));
    return ActionProcess.start(List.of(node, "--eval", KIND, directory.toString()), work, all);
  }

  private static JsonObject ask(ActionProcess kind, String event) {
    kind.send(event);
    return JsonParser.parseString(kind.receive(PATIENCE).orElseThrow()).getAsJsonObject();
  }
}
