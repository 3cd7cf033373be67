package dialtone.tools.server;

import dialtone.tools.command.Command;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.project.Variables;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code scripts/dev}. */
@CommandLine.Command(
    name = "scripts/dev",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Serves the functions of project.yml on this machine as their host does, and builds them anew"
          + " when their sources change. Ctrl-C ends it.",
      "",
      "Settings come from the environment, then from .env (or the file given), then from"
          + " .env.sample."
    })
public final class Dev implements Callable<Integer> {
  private static final String EXAMPLE = "dialplans/outgoing";

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description = "The port of 127.0.0.1 to listen on; 0 is any that is free (8080).")
  private int port;

  @Option(
      names = "--env",
      paramLabel = "FILE",
      description = "The settings file to read instead of .env.")
  private Optional<Path> settings;

  @Option(
      names = "--events",
      paramLabel = "HOST",
      defaultValue = "digitalocean",
      description = "The form of the functions' events: digitalocean (the default) or openwhisk.")
  private EventShape events;

  private final Path root;

  Dev(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) {
    System.exit(Command.run(new Dev(Command.root()), arguments));
  }

  @Override
  public Integer call() throws Exception {
    Project project = Project.read(root);
    Variables variables = Variables.of(root, settings, System.getenv());
    FunctionBuild build = new FunctionBuild(root);
    build.ifStale(project, System.out);
    try (LocalServer server =
        LocalServer.of(project, variables)
            .port(port)
            .events(events)
            .start(new ClassLoaderContainers(project))) {
      greet(server, variables);
      CountDownLatch end = new CountDownLatch(1);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close"));
      end.await();
    }
    return 0;
  }

  private static void greet(LocalServer server, Variables variables) {
    for (ProjectFunction function : server.functions()) {
      System.out.println("  " + server.url(function.qualifiedName()));
    }
    String url = server.url(EXAMPLE);
    String publicUrl =
        variables
            .get("PUBLIC_URL")
            .map(base -> base + url.substring(server.url().length()))
            .orElse(url);
    System.out.println();
    System.out.println("An extension dials a number:");
    System.out.println("  " + CurlLine.of(url, publicUrl, variables.get("TWILIO_AUTH_TOKEN")));
    System.out.println();
    System.out.println("Ready at " + server.url() + " (Ctrl-C ends it).");
  }
}
