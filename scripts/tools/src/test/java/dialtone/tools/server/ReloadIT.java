package dialtone.tools.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dialtone.tools.Checkout;
import dialtone.tools.project.Project;
import dialtone.tools.project.Variables;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A developer edits a copy of this checkout while it is served. */
class ReloadIT {
  private static final String SOURCE =
      "packages/dialplans/reject/src/main/java/dialtone/actions/dialplans/RejectDialplan.java";

  private static final String DIRECTORY = "lib/core/src/main/resources/dialtone/extensions.json";

  /** Well over what a build takes on a busy machine. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  @TempDir private Path root;
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  void whatIsEditedIsServedOnceItBuilds() throws Exception {
    copyCheckout();
    PrintStream out = new PrintStream(log, true, StandardCharsets.UTF_8);
    Project project = onlyReject();
    FunctionBuild build = new FunctionBuild(root);
    assertThat(build.stale(project.functions())).hasSize(1);
    build.build(project.functions(), out);
    assertThat(build.stale(project.functions())).isEmpty();

    Variables variables = Variables.of(root, Optional.empty(), Map.of());
    try (LocalServer server =
        LocalServer.of(project, variables).log(out).start(new ClassLoaderContainers(project))) {
      Reloader reloader =
          new Reloader(
              root,
              Optional.empty(),
              server,
              (read, settings) -> new ClassLoaderContainers(read),
              out);
      Thread watcher = new Thread(() -> watch(reloader), "watch");
      watcher.start();
      assertThat(reject(server)).contains("cannot be completed as dialed");

      String original = Files.readString(root.resolve(SOURCE));
      Files.writeString(root.resolve(SOURCE), original + "no Java");
      awaitLogged("Still serving the functions as they were.");
      assertThat(logged())
          .contains("RejectDialplan.java changed.", "enum, or record expected", "do not build");
      assertThat(reject(server)).contains("cannot be completed as dialed");

      Files.writeString(
          root.resolve(SOURCE),
          original.replace("Rejection.CANNOT_BE_COMPLETED", "Rejection.FAILED"));
      awaitLogged("Serving what was built.");
      assertThat(reject(server)).contains("Please try again later");

      log.reset();
      String directory = Files.readString(root.resolve(DIRECTORY));
      Files.writeString(root.resolve(DIRECTORY), directory.replace("\"102\"", "\"911\""));
      awaitLogged("Still serving the functions as they were.");
      assertThat(logged())
          .contains("extension \"bob\": 911 is an emergency number")
          .doesNotContain("DirectoryDocument.java");
      Files.writeString(root.resolve(DIRECTORY), directory);
      awaitLogged("Serving what was built.");

      log.reset();
      Files.writeString(root.resolve("project.yml"), "packages: [{name: p, colour: red}]\n");
      awaitLogged("Still serving the functions as they were.");
      assertThat(logged()).contains("project.yml, line 1: unknown key colour");
      assertThat(reject(server)).contains("Please try again later");

      log.reset();
      onlyReject();
      Files.writeString(root.resolve(".env"), "INSTANCE=stage\n");
      awaitLogged("Serving what was built.");
      assertThat(reject(server)).contains("signed"); // without a token only dev answers

      watcher.interrupt();
      watcher.join();
    }
  }

  private void copyCheckout() throws IOException {
    for (String each :
        new String[] {
          "pom.xml", "project.yml", ".env.sample", ".mvn", "lib", "packages", "scripts"
        }) {
      try (Stream<Path> files = Files.walk(Checkout.ROOT.resolve(each))) {
        for (Path file : files.toList()) {
          Path relative = Checkout.ROOT.relativize(file);
          if (Stream.of("target", "test").noneMatch(name -> contains(relative, name))) {
            Files.copy(file, root.resolve(relative.toString()));
          }
        }
      }
    }
  }

  private Project onlyReject() throws IOException {
    Files.writeString(
        root.resolve("project.yml"),
        """
        packages:
          - name: dialplans
            environment: {INSTANCE: "${INSTANCE}"}
            functions: [{name: reject, web: raw, limits: {timeout: 60000}}]
        """);
    return Project.read(root);
  }

  private String reject(LocalServer server) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url("dialplans/reject")))
            .POST(BodyPublishers.noBody())
            .build();
    return client.send(request, BodyHandlers.ofString()).body();
  }

  private void awaitLogged(String text) {
    await().atMost(PATIENCE).until(this::logged, logged -> logged.contains(text));
  }

  private String logged() {
    return log.toString(StandardCharsets.UTF_8);
  }

  private static void watch(Reloader reloader) {
    try {
      reloader.watch();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the test is over
    }
  }

  private static boolean contains(Path path, String name) {
    for (Path each : path) {
      if (each.toString().equals(name)) {
        return true;
      }
    }
    return false;
  }
}
