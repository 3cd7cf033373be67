package dialtone.tools.project;

import java.util.Map;

/**
 * A function as project.yml describes it.
 *
 * @param packageName the package that it is deployed in
 * @param name its name in the package, its directory's name and its URL's last part
 * @param runtime the kind that the host runs it with; empty if the deployer is to guess
 * @param environment its variables, those of its package and of the project among them; values as
 *     they are written, {@code ${…}} not filled in
 */
public record ProjectFunction(
    String packageName,
    String name,
    String runtime,
    Web web,
    Limits limits,
    Map<String, String> environment) {

  public ProjectFunction {
    environment = Map.copyOf(environment);
  }

  /** {@code <package>/<function>}. */
  public String qualifiedName() {
    return packageName + "/" + name;
  }
}
