package dialtone.tools.simulator;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Variables;
import dialtone.tools.server.ContainerException;
import dialtone.tools.server.LocalServer;
import dialtone.tools.server.OwnServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The functions that a command calls: those at a URL, else those of the local server, which is
 * started for as long as the command runs if none does.
 */
final class RunningFunctions implements AutoCloseable {
  private static final String LOCAL = "http://127.0.0.1:8080";
  private static final String NAMESPACE = "/api/v1/web/local";

  private final Switchboard switchboard;
  private final Optional<LocalServer> own;

  private RunningFunctions(Switchboard switchboard, Optional<LocalServer> own) {
    this.switchboard = switchboard;
    this.own = own;
  }

  /**
   * Finds or starts them.
   *
   * @param name what they are called by, as {@link Switchboard} has it
   * @throws UserMistake if the URL is none
   */
  static RunningFunctions of(
      Path root, Optional<String> url, Optional<String> name, Variables variables)
      throws InterruptedException {
    if (url.isPresent()) {
      return new RunningFunctions(
          new Switchboard(checked(url.get()), name, variables), Optional.empty());
    }
    if (isRunning()) {
      return new RunningFunctions(
          new Switchboard(LOCAL + NAMESPACE, name, variables), Optional.empty());
    }
    // The functions log on standard output, which is this command's own here.
    System.setOut(quiet());
    Variables here = variables.with(Map.of("PUBLIC_URL", "-", "AWS_TOPIC_ARN", "-"));
    try {
      LocalServer server = OwnServer.start(root, here, quiet());
      return new RunningFunctions(
          new Switchboard(server.url() + NAMESPACE, name, here), Optional.of(server));
    } catch (ContainerException e) {
      throw new UserMistake("The local server did not start: " + e.getMessage(), e);
    }
  }

  Switchboard switchboard() {
    return switchboard;
  }

  @Override
  public void close() {
    own.ifPresent(LocalServer::close);
  }

  private static PrintStream quiet() {
    return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
  }

  private static boolean isRunning() throws InterruptedException {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(LOCAL + "/healthz"))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      return client.send(request, BodyHandlers.ofString()).body().strip().equals("ready");
    } catch (IOException e) {
      return false;
    }
  }

  private static String checked(String url) {
    if (!url.matches("https?://[^/?#\\s]+(/[^?#\\s]*)?")) {
      throw new UserMistake(
          "\""
              + url
              + "\" is no base URL: expected the namespace's, such as"
              + " http://127.0.0.1:8080/api/v1/web/local");
    }
    return url;
  }
}
