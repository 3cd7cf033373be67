package dialtone.tools.server;

import dialtone.tools.project.ProjectFunction;
import java.util.Map;

/** How a function is started. */
public interface ContainerFactory extends AutoCloseable {

  /**
   * Starts a function.
   *
   * @param settings the variables of its process
   * @throws ContainerException if it does not start
   */
  Container start(ProjectFunction function, Map<String, String> settings)
      throws ContainerException, InterruptedException;

  /** Lets go of what the factory holds; its containers are closed by then. */
  @Override
  void close();
}
