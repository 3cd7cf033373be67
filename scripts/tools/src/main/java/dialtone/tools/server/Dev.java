package dialtone.tools.server;

import dialtone.tools.command.Command;
import dialtone.tools.dynamodb.LocalTables;
import dialtone.tools.packaging.Packaging;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.project.SettingsFile;
import dialtone.tools.project.Variables;
import dialtone.tools.simulator.PhonePage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
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

  @Mixin private SettingsFile settings = new SettingsFile();

  @Option(
      names = "--events",
      paramLabel = "HOST",
      defaultValue = "digitalocean",
      description = "The form of the functions' events: digitalocean (the default) or openwhisk.")
  private EventShape events;

  @Option(
      names = "--data",
      paramLabel = "FOLDER",
      description = "Where calls are kept; without it they end with the server.")
  private Optional<Path> data;

  @Option(
      names = "--packaged",
      paramLabel = "FUNCTION",
      arity = "0..1",
      fallbackValue = "",
      split = ",",
      description =
          "Run the functions from their packages, as a host without Java does: those named, divided"
              + " by commas, or all.")
  private List<String> packaged;

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
    Variables variables = settings.variables(root);
    if (System.getenv("DIALTONE_BUILT") == null) {
      buildStale(project);
    }
    LocalTables tables = new LocalTables(data);
    LocalServer server =
        LocalServer.of(project, variables)
            .port(port)
            .events(events)
            .routes(new PhonePage(() -> settings.variables(root))::addTo)
            .start(tables.around(containers(project, variables)));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server, tables), "close"));
    greet(server, variables);
    Containers anew = (changed, settled) -> tables.around(containers(changed, settled));
    new Reloader(root, settings.path(), server, anew, System.out).watch();
    return 0;
  }

  private static void close(LocalServer server, LocalTables tables) {
    server.close();
    tables.close();
  }

  private ContainerFactory containers(Project project, Variables variables)
      throws ContainerException {
    ContainerFactory built = new ClassLoaderContainers(project);
    if (packaged == null) {
      return built;
    }
    List<String> names =
        PackagedContainers.names(
            project, packaged.stream().filter(name -> !name.isEmpty()).toList());
    Packaging packaging = Packaging.onThisMachine(root, variables);
    System.out.println("Packaging " + String.join(", ", names) + " …");
    packaging.onlyHere().ifPresent(System.out::println);
    return new PackagedContainers(project, names, packaging, built);
  }

  private void buildStale(Project project) throws InterruptedException {
    FunctionBuild build = new FunctionBuild(root);
    List<ProjectFunction> stale = build.stale(project.functions());
    if (!stale.isEmpty()) {
      System.out.println("Building the functions …");
      build.build(stale, System.out);
    }
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
    System.out.println("A phone to call from is the page " + server.url() + "/");
    System.out.println("Ready at " + server.url() + " (Ctrl-C ends it).");
  }
}
