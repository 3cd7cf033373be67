package dialtone.tools.server;

import dialtone.tools.actionloop.ActionLoopHost;
import dialtone.tools.actionloop.HostException;
import dialtone.tools.command.UserMistake;
import dialtone.tools.packaging.Packaging;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts functions from their packaged zips, the way a host without Java does. */
final class PackagedContainers implements ContainerFactory {
  private final Map<String, Path> zips = new HashMap<>();
  private final ContainerFactory others;

  /**
   * Packages functions that are built.
   *
   * @param names {@code <package>/<function>} each
   * @param others starts the functions that are not named
   */
  PackagedContainers(
      Project project, Collection<String> names, Packaging packaging, ContainerFactory others) {
    this.others = others;
    packaging.build();
    List<FunctionModule> modules =
        project.functions().stream()
            .filter(function -> names.contains(function.qualifiedName()))
            .map(function -> FunctionModule.of(project.root(), function))
            .toList();
    List<Path> made = packaging.zips(modules);
    for (int i = 0; i < made.size(); i++) {
      zips.put(modules.get(i).qualifiedName(), made.get(i));
    }
  }

  /**
   * The full names of functions.
   *
   * @param wanted names with or without the package; empty for all
   * @throws UserMistake if project.yml has no such function
   */
  static List<String> names(Project project, Collection<String> wanted) {
    List<ProjectFunction> all = project.functions();
    if (wanted.isEmpty()) {
      return all.stream().map(ProjectFunction::qualifiedName).toList();
    }
    return wanted.stream()
        .map(
            name ->
                all.stream()
                    .filter(each -> each.name().equals(name) || each.qualifiedName().equals(name))
                    .findFirst()
                    .orElseThrow(
                        () -> new UserMistake("There is no function " + name + " in project.yml."))
                    .qualifiedName())
        .toList();
  }

  @Override
  public Container start(ProjectFunction function, Map<String, String> settings)
      throws ContainerException, InterruptedException {
    Path zip = zips.get(function.qualifiedName());
    if (zip == null) {
      return others.start(function, settings);
    }
    boolean marked = "true".equals(settings.get("ACTION_LOOP_MARKERS"));
    try {
      return new PackagedContainer(
          ActionLoopHost.init(zip, settings, marked, function.limits().timeout()),
          function.limits().timeout());
    } catch (HostException e) {
      throw new ContainerException(e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    others.close();
  }
}
