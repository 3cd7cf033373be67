package dialtone.telephone.store;

import dialtone.telephone.call.Call;
import dialtone.telephone.call.Contradiction;
import dialtone.telephone.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Delete;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The writes that transactions are made of, each with the condition that it holds under. */
final class Writes {
  private Writes() {}

  /**
   * A call as the next version of what was read. One that has a price is only written again when
   * its old price is among those that it keeps.
   */
  static TransactWriteItem next(String table, Call call) {
    Put.Builder put = Put.builder().tableName(table).item(CallItem.of(call));
    if (call.version() == 0) {
      put.conditionExpression("attribute_not_exists(#pk)")
          .expressionAttributeNames(Map.of("#pk", CallsTable.PARTITION));
    } else if (call.earlierCharges().isEmpty()) {
      put.conditionExpression("#version = :version AND attribute_not_exists(#price)")
          .expressionAttributeNames(Map.of("#version", CallItem.VERSION, "#price", CallItem.PRICE))
          .expressionAttributeValues(version(call));
    } else {
      put.conditionExpression("#version = :version")
          .expressionAttributeNames(Map.of("#version", CallItem.VERSION))
          .expressionAttributeValues(version(call));
    }
    return TransactWriteItem.builder().put(put.build()).build();
  }

  /** A record that contradicts; when it comes again, it is kept as it came first. */
  static TransactWriteItem contradiction(String table, Contradiction contradiction) {
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    List<String> assignments = new ArrayList<>();
    CallItem.of(contradiction)
        .forEach(
            (name, value) -> {
              int i = assignments.size();
              names.put("#n" + i, name);
              values.put(":v" + i, value);
              assignments.add("#n" + i + " = if_not_exists(#n" + i + ", :v" + i + ")");
            });
    Update update =
        Update.builder()
            .tableName(table)
            .key(
                CallItem.contradictionKey(
                    contradiction.kept().record().callId(), contradiction.id().toString()))
            .updateExpression("SET " + String.join(", ", assignments))
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .build();
    return TransactWriteItem.builder().update(update).build();
  }

  /** A task that has come to its end, and the end of its place in the queue if it had one. */
  static List<TransactWriteItem> finished(String table, Task task) {
    List<TransactWriteItem> writes = new ArrayList<>();
    writes.add(put(Put.builder().tableName(table).item(TaskItem.of(task)).build()));
    if (task.wasQueued()) {
      writes.add(
          TransactWriteItem.builder()
              .delete(Delete.builder().tableName(table).key(TaskItem.queueKey(task)).build())
              .build());
    }
    return writes;
  }

  /** A task that the worker is to finish, and its place in the queue. */
  static List<TransactWriteItem> queued(String table, Task task, Collection<String> callIds) {
    Put entry = Put.builder().tableName(table).item(TaskItem.queueEntry(task, callIds)).build();
    return List.of(unlessDone(table, task), put(entry));
  }

  /** A task that waits in the queue already. */
  static TransactWriteItem unlessDone(String table, Task task) {
    Put item =
        Put.builder()
            .tableName(table)
            .item(TaskItem.of(task))
            .conditionExpression("attribute_not_exists(#status) OR #status <> :done")
            .expressionAttributeNames(Map.of("#status", TaskItem.STATUS))
            .expressionAttributeValues(
                Map.of(":done", AttributeValue.fromS(Task.Status.DONE.name())))
            .build();
    return put(item);
  }

  private static TransactWriteItem put(Put put) {
    return TransactWriteItem.builder().put(put).build();
  }

  private static Map<String, AttributeValue> version(Call call) {
    return Map.of(":version", AttributeValue.fromN(Long.toString(call.version())));
  }
}
