package dialtone.tools.server;

import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.project.Variables;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** A local server that a command starts for itself, on any free port, and ends with itself. */
public final class OwnServer {
  private OwnServer() {}

  /**
   * Builds the functions that need it and serves them.
   *
   * @param log where its requests are logged
   */
  public static LocalServer start(Path root, Variables variables, PrintStream log)
      throws ContainerException, InterruptedException {
    return start(root, variables, UnaryOperator.identity(), log);
  }

  /**
   * The same.
   *
   * @param around what the functions are given besides
   */
  public static LocalServer start(
      Path root, Variables variables, UnaryOperator<ContainerFactory> around, PrintStream log)
      throws ContainerException, InterruptedException {
    Project project = Project.read(root);
    if (System.getenv("DIALTONE_BUILT") == null) {
      FunctionBuild build = new FunctionBuild(root);
      List<ProjectFunction> stale = build.stale(project.functions());
      if (!stale.isEmpty()) {
        log.println("Building the functions …");
        build.build(stale, log);
      }
    }
    return LocalServer.of(project, variables)
        .log(log)
        .start(around.apply(new ClassLoaderContainers(project)));
  }
}
