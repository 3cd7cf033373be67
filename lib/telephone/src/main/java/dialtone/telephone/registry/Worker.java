package dialtone.telephone.registry;

import dialtone.core.log.Log;
import dialtone.telephone.record.RegistryReader;
import dialtone.telephone.store.TaskStore;
import dialtone.telephone.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;

/** Finishes what was left in the queue. */
public final class Worker {
  /** A day, for a worker that is run every five minutes. */
  static final int MOST_ATTEMPTS = 288;

  private static final int AT_ONCE = 25;

  private final TaskStore tasks;
  private final Registrar registrar;
  private final Clock clock;
  private final Log log;

  public Worker(TaskStore tasks, Registrar registrar, Clock clock, Log log) {
    this.tasks = tasks;
    this.registrar = registrar;
    this.clock = clock;
    this.log = log;
  }

  /**
   * Finishes tasks until none waits that it can, or the time is up.
   *
   * @return how many have come to their end
   * @throws SdkException if the table cannot be reached
   */
  public int run(Duration most) {
    Instant end = clock.instant().plus(most);
    int finished = 0;
    int before;
    do {
      before = finished;
      List<String> waiting = tasks.waiting(AT_ONCE);
      for (String jobId : waiting) {
        if (clock.instant().isAfter(end)) {
          return finished;
        }
        finished += finish(jobId) ? 1 : 0;
      }
    } while (finished > before);
    return finished;
  }

  private boolean finish(String jobId) {
    Optional<Task> claimed = tasks.claim(jobId, clock.instant());
    if (claimed.isEmpty()) {
      return dropIfEnded(jobId);
    }
    Task task = claimed.get();
    try {
      return registrar.consolidate(task, new RegistryReader(clock).readAgain(task.data()), true)
              instanceof Receipt.Filed filed
          && filed.task().status() == Task.Status.DONE;
    } catch (SdkException e) {
      String reason = String.valueOf(e.getMessage());
      log.warn("task " + jobId + " is not done: " + reason);
      if (task.attempts() >= MOST_ATTEMPTS) {
        tasks.giveUp(task.failed(reason, clock.instant()));
        return true;
      }
      tasks.requeue(task.queued(reason, clock.instant()));
      return false;
    } catch (RuntimeException e) {
      log.error("task " + jobId + " failed", e);
      tasks.giveUp(task.failed(e.toString(), clock.instant()));
      return true;
    }
  }

  private boolean dropIfEnded(String jobId) {
    Optional<Task> ended =
        tasks
            .task(jobId)
            .filter(
                task -> task.status() == Task.Status.DONE || task.status() == Task.Status.FAILED);
    ended.ifPresent(tasks::dequeue);
    return ended.isPresent();
  }
}
