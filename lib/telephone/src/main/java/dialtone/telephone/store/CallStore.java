package dialtone.telephone.store;

import dialtone.telephone.call.Call;
import dialtone.telephone.call.Contradiction;
import dialtone.telephone.call.Kept;
import dialtone.telephone.record.RecordId;
import dialtone.telephone.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeysAndAttributes;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * Calls in the table. A call is written only as the next version of what was read, so of two
 * functions that take the two halves at the same moment one has to read again.
 */
public final class CallStore {
  private static final int MOST_READ = 100;
  private static final int MOST_WRITTEN = 100;

  private final DynamoDbClient client;
  private final String table;

  public CallStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** A call as it is now; empty if no record of it was taken. */
  public Optional<Call> call(String callId) {
    GetItemRequest request =
        GetItemRequest.builder()
            .tableName(table)
            .key(CallItem.key(callId))
            .consistentRead(true)
            .build();
    return Optional.of(client.getItem(request).item())
        .filter(item -> !item.isEmpty())
        .map(CallItem::call);
  }

  /** The calls of these ids as they are now; those of which nothing is known are left out. */
  public Map<String, Call> calls(Collection<String> callIds) {
    Map<String, Call> calls = new LinkedHashMap<>();
    if (callIds.size() == 1) {
      call(callIds.iterator().next()).ifPresent(call -> calls.put(call.callId(), call));
      return calls;
    }
    List<Map<String, AttributeValue>> keys =
        callIds.stream().distinct().map(CallItem::key).toList();
    for (int i = 0; i < keys.size(); i += MOST_READ) {
      read(keys.subList(i, Math.min(i + MOST_READ, keys.size())), calls);
    }
    return calls;
  }

  private void read(List<Map<String, AttributeValue>> keys, Map<String, Call> calls) {
    KeysAndAttributes wanted = KeysAndAttributes.builder().keys(keys).consistentRead(true).build();
    Map<String, KeysAndAttributes> rest = Map.of(table, wanted);
    while (!rest.isEmpty()) {
      BatchGetItemResponse response =
          client.batchGetItem(BatchGetItemRequest.builder().requestItems(rest).build());
      for (Map<String, AttributeValue> item : response.responses().getOrDefault(table, List.of())) {
        Call call = CallItem.call(item);
        calls.put(call.callId(), call);
      }
      rest = response.unprocessedKeys();
    }
  }

  /** The record of an address, and every record of its call that contradicts. */
  public Optional<Kept<?>> record(RecordId id) {
    if (id.fingerprint().isPresent()) {
      return contradictions(id.callId()).stream()
          .filter(each -> each.id().equals(id))
          .findFirst()
          .map(Contradiction::kept);
    }
    return call(id.callId())
        .flatMap(
            call ->
                switch (id.half()) {
                  case START -> call.start().map(kept -> (Kept<?>) kept);
                  case STOP -> call.stop().map(kept -> (Kept<?>) kept);
                });
  }

  /** The records that contradict those of a call. */
  public List<Contradiction> contradictions(String callId) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("#pk = :call AND begins_with(#sk, :contradiction)")
            .expressionAttributeNames(Map.of("#pk", CallsTable.PARTITION, "#sk", CallsTable.SORT))
            .expressionAttributeValues(
                Map.of(
                    ":call", AttributeValue.fromS(CallItem.partition(callId)),
                    ":contradiction", AttributeValue.fromS(CallItem.CONTRADICTION)))
            .build();
    return client.queryPaginator(query).items().stream().map(CallItem::contradiction).toList();
  }

  /**
   * Stores calls, contradictions and, last, the task that brought them. Up to 100 items are stored
   * together or not at all; of more, a part may have been stored when this returns false.
   *
   * @param calls each as the next version of what was read
   * @return false if something was not as it had been read, and all has to be tried again
   */
  public boolean save(List<Call> calls, List<Contradiction> contradictions, Optional<Task> task) {
    List<TransactWriteItem> writes = new ArrayList<>();
    calls.forEach(call -> writes.add(Writes.next(table, call)));
    contradictions.forEach(each -> writes.add(Writes.contradiction(table, each)));
    List<TransactWriteItem> last = task.map(done -> Writes.finished(table, done)).orElse(List.of());
    int start = 0;
    while (writes.size() - start + last.size() > MOST_WRITTEN) {
      int end = Math.min(start + MOST_WRITTEN, writes.size());
      if (!commit(writes.subList(start, end))) {
        return false;
      }
      start = end;
    }
    List<TransactWriteItem> rest = new ArrayList<>(writes.subList(start, writes.size()));
    rest.addAll(last);
    return rest.isEmpty() || commit(rest);
  }

  private boolean commit(List<TransactWriteItem> writes) {
    try {
      client.transactWriteItems(TransactWriteItemsRequest.builder().transactItems(writes).build());
      return true;
    } catch (TransactionCanceledException e) {
      if (e.cancellationReasons().stream().allMatch(CallStore::isRace)) {
        return false;
      }
      throw e;
    }
  }

  private static boolean isRace(CancellationReason reason) {
    return switch (reason.code()) {
      case "None", "ConditionalCheckFailed", "TransactionConflict" -> true;
      default -> false;
    };
  }
}
