package dialtone.telephone.registry;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dialtone.telephone.call.Call;
import dialtone.telephone.call.Contradiction;
import dialtone.telephone.call.Taken;
import dialtone.telephone.record.CallRecord;
import dialtone.telephone.record.RecordId;
import dialtone.telephone.tariff.Tariffs;
import dialtone.telephone.task.Task;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a task's records make of the calls as they were read: nothing is stored yet. */
final class Plan {
  private final Task task;
  private final Map<String, Call> calls;
  private final Map<String, Call> changed = new TreeMap<>();
  private final Map<RecordId, Contradiction> contradictions = new LinkedHashMap<>();
  private final List<RecordResult> results = new ArrayList<>();

  Plan(
      Task task, List<CallRecord> records, Map<String, Call> stored, Instant now, Tariffs tariffs) {
    this.task = task;
    this.calls = new LinkedHashMap<>(stored);
    Set<RecordId> mine = new HashSet<>();
    for (CallRecord record : records) {
      take(record, mine, now, tariffs);
    }
  }

  private void take(CallRecord record, Set<RecordId> mine, Instant now, Tariffs tariffs) {
    Call before = calls.getOrDefault(record.callId(), Call.unknown(record.callId()));
    RecordId id = RecordId.of(record);
    Taken taken = before.take(record, task.jobId(), now, tariffs);
    if (taken instanceof Taken.Added added) {
      calls.put(record.callId(), added.after());
      changed.put(record.callId(), added.after());
      mine.add(id);
      note(id, Outcome.RECORDED, task.jobId());
    } else if (taken instanceof Taken.Repeated repeated) {
      // Stored by an earlier attempt of this very task: to the sender it is new.
      boolean earlierAttempt = repeated.first().jobId().equals(task.jobId()) && mine.add(id);
      note(id, earlierAttempt ? Outcome.RECORDED : Outcome.REPEATED, repeated.first().jobId());
    } else if (taken instanceof Taken.Contradicted contradicted) {
      Contradiction contradiction = contradicted.contradiction();
      contradictions.putIfAbsent(contradiction.id(), contradiction);
      note(contradiction.id(), Outcome.CONTRADICTED, task.jobId());
    }
  }

  private void note(RecordId id, Outcome outcome, String jobId) {
    results.add(new RecordResult(id, outcome, jobId, calls.get(id.callId())));
  }

  /** The calls that are to be stored, always in the same order. */
  List<Call> changed() {
    return List.copyOf(changed.values());
  }

  List<Contradiction> contradictions() {
    return List.copyOf(contradictions.values());
  }

  /** The one task that brought everything before; empty if something is new or there are more. */
  Optional<String> repeatedJob() {
    Set<String> jobs = new HashSet<>();
    results.forEach(result -> jobs.add(result.jobId()));
    return outcome() == Outcome.REPEATED && jobs.size() == 1
        ? jobs.stream().findFirst()
        : Optional.empty();
  }

  Outcome outcome() {
    if (results.stream().anyMatch(result -> result.outcome() == Outcome.RECORDED)) {
      return Outcome.RECORDED;
    }
    return contradictions.isEmpty() ? Outcome.REPEATED : Outcome.CONTRADICTED;
  }

  /** A result for each record, in their order; the one alone if the record was posted alone. */
  JsonElement result(boolean single) {
    JsonArray array = new JsonArray();
    for (RecordResult result : results) {
      Call now = calls.get(result.id().callId());
      array.add(new RecordResult(result.id(), result.outcome(), result.jobId(), now).json());
    }
    return single ? array.get(0) : array;
  }
}
