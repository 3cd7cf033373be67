package dialtone.telephone.registry;

import dialtone.telephone.call.Kept;
import dialtone.telephone.record.CallRecord;
import dialtone.telephone.record.RegistryReader;
import dialtone.telephone.store.TaskStore;
import dialtone.telephone.task.Task;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** Records that were stored and are not consolidated yet: those of queued tasks. */
public final class WaitingRecords {
  private final TaskStore tasks;
  private final Clock clock;

  public WaitingRecords(TaskStore tasks, Clock clock) {
    this.tasks = tasks;
    this.clock = clock;
  }

  /** Those of a call, in the order that they came. */
  public List<Kept<?>> of(String callId) {
    return tasks.waitingFor(callId).stream().flatMap(task -> of(callId, task)).toList();
  }

  private Stream<Kept<?>> of(String callId, Task task) {
    List<CallRecord> records = new RegistryReader(clock).readAgain(task.data()).records();
    return records.stream()
        .filter(record -> record.callId().equals(callId))
        .map(record -> new Kept<>(record, task.jobId(), task.createdAt()));
  }
}
