package dialtone.tools.server;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.project.Variables;
import dialtone.tools.server.Sources.State;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Watches the sources of a server's functions; when they change, builds what they are sources of
 * and has the server serve that. While something does not build, the build before it serves.
 */
final class Reloader {
  private static final int PAUSE_MILLIS = 400;

  private final Path root;
  private final Optional<Path> settings;
  private final LocalServer server;
  private final Containers containers;
  private final PrintStream log;
  private final Sources sources;
  private final FunctionBuild build;

  /**
   * @param settings the settings file that the server was told to read instead of .env
   */
  Reloader(
      Path root,
      Optional<Path> settings,
      LocalServer server,
      Containers containers,
      PrintStream log) {
    this.root = root;
    this.settings = settings;
    this.server = server;
    this.containers = containers;
    this.log = log;
    sources = new Sources(root);
    build = new FunctionBuild(root);
  }

  /** Watches until the thread is interrupted. */
  void watch() throws InterruptedException {
    State built = now();
    while (true) {
      Thread.sleep(PAUSE_MILLIS);
      State current = now();
      if (current.equals(built)) {
        continue;
      }
      Thread.sleep(PAUSE_MILLIS);
      if (current.equals(now())) { // else somebody is still writing
        reload(current.changedSince(built));
        built = current;
      }
    }
  }

  private void reload(Set<Path> changed) throws InterruptedException {
    log.println(changed.stream().map(this::shown).collect(Collectors.joining(", ")) + " changed.");
    try {
      Project project = Project.read(root);
      Variables variables = Variables.of(root, settings, System.getenv());
      Set<ProjectFunction> stale = new LinkedHashSet<>(build.stale(project.functions()));
      stale.addAll(build.madeOf(changed, project.functions()));
      if (!stale.isEmpty()) {
        log.println(
            "Building "
                + stale.stream()
                    .map(ProjectFunction::qualifiedName)
                    .collect(Collectors.joining(", "))
                + " …");
        build.build(stale, log);
      }
      server.replace(project, variables, containers.of(project, variables));
      log.println("Serving what was built.");
    } catch (UserMistake | ContainerException e) {
      log.println(e.getMessage());
      log.println("Still serving the functions as they were.");
    }
  }

  private State now() {
    List<Path> watched = new ArrayList<>(sources.all());
    watched.add(settings.orElse(root.resolve(".env")));
    watched.add(root.resolve(".env.sample"));
    return Sources.now(watched);
  }

  private String shown(Path file) {
    return file.startsWith(root) ? root.relativize(file).toString() : file.toString();
  }
}
