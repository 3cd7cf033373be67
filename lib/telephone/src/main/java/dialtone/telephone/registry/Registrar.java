package dialtone.telephone.registry;

import dialtone.core.log.Log;
import dialtone.telephone.call.Call;
import dialtone.telephone.call.Contradiction;
import dialtone.telephone.record.CallRecord;
import dialtone.telephone.record.Registry.Records;
import dialtone.telephone.store.CallStore;
import dialtone.telephone.store.TaskStore;
import dialtone.telephone.tariff.Tariffs;
import dialtone.telephone.task.Task;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Takes registries: reads their calls, works out what their records make of them, and stores the
 * calls, the prices and the task together. When somebody else changed one of the calls meanwhile,
 * it begins anew.
 */
public final class Registrar {
  private static final int MOST_ATTEMPTS = 12;
  private static final int LONGEST_PAUSE_MILLIS = 250;

  private final CallStore calls;
  private final TaskStore tasks;
  private final Tariffs tariffs;
  private final Clock clock;
  private final Log log;

  public Registrar(CallStore calls, TaskStore tasks, Tariffs tariffs, Clock clock, Log log) {
    this.calls = calls;
    this.tasks = tasks;
    this.tariffs = tariffs;
    // As exact as the table keeps it: a receipt reads the same later.
    this.clock = Clock.tick(clock, Duration.ofMillis(1));
    this.log = log;
  }

  /**
   * Takes a registry. If it cannot be consolidated now it is stored as a task for the worker.
   *
   * @param data as it was posted, JSON
   */
  public Receipt file(Records registry, String data) {
    Task task = Task.received(UUID.randomUUID().toString(), data, clock.instant());
    try {
      return consolidate(task, registry, true);
    } catch (SdkException e) {
      log.warn("consolidation is left to the worker: " + e.getMessage());
      return queue(task, callIds(registry), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Takes records of which another source may have told already: what contradicts is dropped, for
   * two clocks never tell quite the same.
   *
   * @throws SdkException if the table cannot be reached
   */
  public Receipt fileUnlessKnown(Records registry, String data) {
    return consolidate(
        Task.received(UUID.randomUUID().toString(), data, clock.instant()), registry, false);
  }

  private Receipt queue(Task task, Set<String> callIds, String reason) {
    try {
      tasks.queue(task.queued(reason, clock.instant()), callIds);
      return new Receipt.Filed(tasks.task(task.jobId()).orElseThrow(), Outcome.RECORDED);
    } catch (SdkException e) {
      log.error("a registry could not be stored: " + e.getMessage());
      return new Receipt.NotStored("the calls cannot be stored at this time");
    }
  }

  /**
   * Consolidates the records of a task.
   *
   * @throws SdkException if the table cannot be reached
   */
  Receipt consolidate(Task task, Records registry, boolean keepContradictions) {
    Set<String> callIds = callIds(registry);
    for (int attempt = 1; attempt <= MOST_ATTEMPTS; attempt++) {
      Plan plan =
          new Plan(task, registry.records(), calls.calls(callIds), clock.instant(), tariffs);
      Optional<Task> first = plan.repeatedJob().flatMap(tasks::task);
      if (first.isPresent()) {
        return new Receipt.Filed(first.get(), Outcome.REPEATED);
      }
      Task done = task.done(plan.result(registry.single()).toString(), clock.instant());
      List<Call> changed = plan.changed();
      List<Contradiction> kept = keepContradictions ? plan.contradictions() : List.of();
      if (changed.isEmpty() && !keepContradictions) {
        return new Receipt.Filed(done, plan.outcome());
      }
      if (calls.save(changed, kept, Optional.of(done))) {
        return new Receipt.Filed(done, plan.outcome());
      }
      pause(attempt);
    }
    return queue(task, callIds, "other records of the same calls kept coming");
  }

  private static Set<String> callIds(Records registry) {
    Set<String> callIds = new LinkedHashSet<>();
    for (CallRecord record : registry.records()) {
      callIds.add(record.callId());
    }
    return callIds;
  }

  /** A while that differs between those who got in each other's way. */
  private static void pause(int attempt) {
    int most = Math.min(LONGEST_PAUSE_MILLIS, 5 << attempt);
    try {
      Thread.sleep(ThreadLocalRandom.current().nextInt(most));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
