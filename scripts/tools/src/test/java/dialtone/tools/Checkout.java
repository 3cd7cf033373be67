package dialtone.tools;

import dialtone.tools.project.Limits;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.project.Variables;
import dialtone.tools.project.Web;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The checkout that these tests are part of: its functions are built when the tests run. */
public final class Checkout {
  public static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  private Checkout() {}

  /** Its functions, answering in the given way. */
  public static Project project(Web web) {
    return project(web, Map.of());
  }

  /** The same with further variables for every function. */
  public static Project project(Web web, Map<String, String> environment) {
    Project project = Project.read(ROOT);
    return new Project(
        ROOT, project.functions().stream().map(each -> changed(each, web, environment)).toList());
  }

  /** The settings of .env.sample, and nothing of this machine's, but for these. */
  public static Variables variables(Map<String, String> settings) {
    return Variables.of(ROOT, Optional.of(ROOT.resolve(".env.sample")), Map.of()).with(settings);
  }

  private static ProjectFunction changed(
      ProjectFunction function, Web web, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>(function.environment());
    environment.putAll(more);
    // A machine that is busy with other builds must not make a test fail.
    Limits limits =
        new Limits(
            function.limits().timeout().multipliedBy(6), function.limits().memoryMegabytes());
    return new ProjectFunction(
        function.packageName(), function.name(), function.runtime(), web, limits, environment);
  }
}
