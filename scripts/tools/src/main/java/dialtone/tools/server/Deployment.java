package dialtone.tools.server;

import com.google.gson.JsonElement;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.project.Variables;
import dialtone.tools.project.Web;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** The functions of a project as they are served until they are built anew. */
final class Deployment implements AutoCloseable {
  private final ContainerFactory factory;
  private final Map<String, ContainerPool> pools = new LinkedHashMap<>();
  private final ReentrantReadWriteLock inUse = new ReentrantReadWriteLock();

  Deployment(
      Project project, Variables variables, ContainerFactory factory, ExecutorService threads) {
    this.factory = factory;
    for (ProjectFunction function : project.functions()) {
      if (function.web() != Web.NO) {
        pools.put(
            function.qualifiedName(),
            new ContainerPool(function, variables.of(function), factory, threads));
      }
    }
  }

  /** An activation in one function's pool. */
  @FunctionalInterface
  interface Activation {
    JsonElement run(ContainerPool pool) throws ContainerException, InterruptedException;
  }

  /**
   * Runs an activation of a function.
   *
   * @return empty if this deployment is closed
   * @throws WebActionException if it has no such function, status 404
   */
  Optional<JsonElement> run(String qualifiedName, Activation activation)
      throws ContainerException, InterruptedException {
    if (!inUse.readLock().tryLock()) {
      return Optional.empty();
    }
    try {
      ContainerPool pool = pools.get(qualifiedName);
      if (pool == null) {
        throw new WebActionException(404, "The requested resource does not exist.");
      }
      return Optional.of(activation.run(pool));
    } finally {
      inUse.readLock().unlock();
    }
  }

  List<ProjectFunction> functions() {
    Collection<ContainerPool> all = pools.values();
    return all.stream().map(ContainerPool::function).toList();
  }

  /** Waits for the activations under way, then takes no more and closes the containers. */
  @Override
  @SuppressWarnings("LockNotBeforeTry") // never given back: closed is for good
  public void close() {
    inUse.writeLock().lock();
    pools.values().forEach(ContainerPool::close);
    factory.close();
  }
}
