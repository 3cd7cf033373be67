package dialtone.tools.server;

import dialtone.tools.project.Project;
import dialtone.tools.project.Variables;

/** How the functions of a project are to be run: as they are built, or as they are packaged. */
@FunctionalInterface
interface Containers {

  /**
   * What starts the functions of a project that is built.
   *
   * @throws ContainerException if they are not
   */
  ContainerFactory of(Project project, Variables variables) throws ContainerException;
}
