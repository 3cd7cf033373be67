package dialtone.telephone.task;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * The receipt for a registry that was posted.
 *
 * @param data the registry as it was posted, JSON
 * @param result what became of each record, JSON; empty until it is known
 * @param reason why the task is not done; empty if it is
 * @param attempts how often finishing it was tried and failed
 */
public record Task(
    String jobId,
    Status status,
    String data,
    Optional<String> result,
    Optional<String> reason,
    Instant createdAt,
    Instant updatedAt,
    int attempts) {

  /** How far a task has got. */
  public enum Status {
    /** Stored, and to be finished by the worker. */
    QUEUED,
    /** The worker is at it. */
    STARTED,
    DONE,
    /** The worker has given it up. */
    FAILED;

    /** How the API says it. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** A registry that has just come. */
  public static Task received(String jobId, String data, Instant now) {
    return new Task(jobId, Status.STARTED, data, Optional.empty(), Optional.empty(), now, now, 0);
  }

  /** Whether the worker's queue names it. */
  public boolean wasQueued() {
    return attempts > 0;
  }

  public Task started(Instant now) {
    return new Task(
        jobId, Status.STARTED, data, Optional.empty(), reason, createdAt, now, attempts);
  }

  public Task done(String newResult, Instant now) {
    return new Task(
        jobId,
        Status.DONE,
        data,
        Optional.of(newResult),
        Optional.empty(),
        createdAt,
        now,
        attempts);
  }

  public Task queued(String why, Instant now) {
    return unfinished(Status.QUEUED, why, now);
  }

  public Task failed(String why, Instant now) {
    return unfinished(Status.FAILED, why, now);
  }

  private Task unfinished(Status newStatus, String why, Instant now) {
    return new Task(
        jobId, newStatus, data, Optional.empty(), Optional.of(why), createdAt, now, attempts + 1);
  }
}
