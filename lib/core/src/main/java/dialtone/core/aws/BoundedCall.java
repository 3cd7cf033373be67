package dialtone.core.aws;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A call to a service that somebody waits for only so long. The SDK's own time limits cannot end a
 * name look-up or a blocked read; this one ends the waiting whatever the call is doing.
 */
public final class BoundedCall<T> {
  private final FutureTask<T> task;

  private BoundedCall(Callable<T> call) {
    task = new FutureTask<>(call);
  }

  /** Starts a call in the background. */
  public static <T> BoundedCall<T> start(String name, Callable<T> call) {
    BoundedCall<T> bounded = new BoundedCall<>(call);
    Thread thread = new Thread(bounded.task, name);
    thread.setDaemon(true);
    thread.start();
    return bounded;
  }

  /**
   * Waits for the result.
   *
   * @throws ServiceException if the call failed, or has not ended within {@code most}
   */
  public T get(Duration most) {
    try {
      return task.get(most.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new ServiceException("no answer within " + most.toMillis() + " ms", e);
    } catch (ExecutionException e) {
      throw new ServiceException(String.valueOf(e.getCause().getMessage()), e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ServiceException("interrupted", e);
    }
  }

  /** Whether the call has ended, well or not. */
  public boolean isDone() {
    return task.isDone();
  }

  /** Gives the call up. */
  public void cancel() {
    task.cancel(true);
  }
}
