package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dialtone.tools.Checkout;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.Project;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rehearsals of functions as Maven built them, without the packaging around. */
class RehearsalIT {
  private static final Map<String, String> SETTINGS =
      new RehearsalSettings(Checkout.ROOT, Checkout.variables(Map.of())).all();

  @TempDir Path work;

  private FunctionModule version;
  private FunctionModule reject;

  @BeforeEach
  void find() {
    version = function("ops/version");
    reject = function("dialplans/reject");
  }

  @Test
  void aFunctionThatAnswersAsIsWrittenPasses() throws IOException {
    rehearse(version, withRequests(version, "200 Asked=version", "# a comment", "403 GET /"));
    rehearse(reject, reject);
  }

  @Test
  void aStatusThatIsNotTheOneWrittenBesideTheRequestFails() {
    assertThatThrownBy(() -> rehearse(version, withRequests(version, "404 Asked=version")))
        .isInstanceOf(UserMistake.class)
        .hasMessageContainingAll(
            "ops/version answers otherwise than its rehearsal says",
            "request  Asked=version",
            "expected status 404",
            "got      status 200: {");
  }

  @Test
  void twimlThatIsNotTheDialplansFails() {
    FunctionModule outgoing = function("dialplans/outgoing");
    FunctionModule wrong =
        new FunctionModule("dialplans/outgoing", outgoing.directory(), reject.actionClass());
    assertThatThrownBy(() -> rehearse(reject, wrong))
        .hasMessageContainingAll(
            "request  outgoing: ", "expected <Response>", "got      <?xml", "<Response><Say>");
  }

  @Test
  void anActionThatFailsFails() {
    FunctionModule wrong =
        new FunctionModule("ops/version", work, "dialtone.tools.packaging.NoAction");
    assertThatThrownBy(() -> rehearse(version, wrong))
        .hasMessageContainingAll("ops/version did not start", "there is no class");
  }

  @Test
  void aLineWithoutAStatusIsNamed() {
    assertThatThrownBy(() -> rehearse(version, withRequests(version, "Asked=version")))
        .hasMessage(
            "\"Asked=version\" in src/rehearsal/requests does not begin with the status of its"
                + " answer, such as 200");
  }

  private FunctionModule withRequests(FunctionModule function, String... lines) throws IOException {
    Path file = work.resolve("src/rehearsal/requests");
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(lines));
    return new FunctionModule(function.qualifiedName(), work, function.actionClass());
  }

  private void rehearse(FunctionModule built, FunctionModule rehearsed) {
    List<Path> classPath = new ArrayList<>(built.classPath());
    classPath.addAll(FunctionModule.classPath(Checkout.ROOT.resolve("lib/actionloop")));
    String command =
        classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    new Rehearsal(rehearsed)
        .check(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-cp",
                command,
                "dialtone.actionloop.ActionLoop",
                rehearsed.actionClass()),
            work,
            new TreeMap<>(SETTINGS));
  }

  private static FunctionModule function(String name) {
    return FunctionModule.of(
        Checkout.ROOT, Project.read(Checkout.ROOT).function(name).orElseThrow());
  }
}
