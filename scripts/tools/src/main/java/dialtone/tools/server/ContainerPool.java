package dialtone.tools.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dialtone.tools.project.ProjectFunction;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The containers of one function. A call takes one that is idle, else a new one is started; when
 * all are busy it waits.
 */
final class ContainerPool implements AutoCloseable {
  private static final int MOST_CONTAINERS = 8;

  private final ProjectFunction function;
  private final Map<String, String> settings;
  private final ContainerFactory factory;
  private final ExecutorService threads;
  private final Semaphore places = new Semaphore(MOST_CONTAINERS, /* fair= */ true);
  private final Queue<Container> idle = new ConcurrentLinkedQueue<>();

  ContainerPool(
      ProjectFunction function,
      Map<String, String> settings,
      ContainerFactory factory,
      ExecutorService threads) {
    this.function = function;
    this.settings = settings;
    this.factory = factory;
    this.threads = threads;
  }

  ProjectFunction function() {
    return function;
  }

  /**
   * Runs one activation, within the function's time limit.
   *
   * @throws ContainerException if it gave no result in time; its container is gone then
   * @throws WebActionException if no container became free in that time
   */
  JsonElement run(JsonObject event, Map<String, String> call)
      throws ContainerException, InterruptedException {
    Duration most = function.limits().timeout();
    if (!places.tryAcquire(most.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new WebActionException(429, "Too many concurrent requests in flight.");
    }
    AtomicReference<Container> used = new AtomicReference<>();
    Future<JsonElement> result =
        threads.submit(
            () -> {
              Container warm = idle.poll();
              used.set(warm == null ? factory.start(function, settings) : warm);
              return used.get().invoke(event, call);
            });
    boolean reusable = false;
    try {
      JsonElement answer = result.get(most.toMillis(), TimeUnit.MILLISECONDS);
      reusable = true;
      return answer;
    } catch (TimeoutException e) {
      throw new ContainerException(
          "The function exceeded its time limit of " + most.toMillis() + " milliseconds.");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof ContainerException failure
          ? failure
          : new ContainerException("The function failed: " + e.getCause(), e.getCause());
    } finally {
      result.cancel(true);
      if (reusable) {
        idle.add(used.get());
      } else if (used.get() != null) {
        used.get().close();
      }
      places.release();
    }
  }

  /** Closes the idle containers; nothing may be running. */
  @Override
  public void close() {
    for (Container container = idle.poll(); container != null; container = idle.poll()) {
      container.close();
    }
  }
}
