package dialtone.telephone.store;

import dialtone.telephone.task.Task;
import dialtone.telephone.task.Task.Status;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A task as an item, and the queue's entry that names it while it waits for the worker. */
final class TaskItem {
  static final String QUEUE = "QUEUE";
  static final String STATUS = "status";
  static final String UPDATED = "updated";
  static final String CALLS = "calls";
  private static final String PREFIX = "TASK#";

  private TaskItem() {}

  static Map<String, AttributeValue> key(String jobId) {
    return Item.empty()
        .with(CallsTable.PARTITION, PREFIX + jobId)
        .with(CallsTable.SORT, "TASK")
        .attributes();
  }

  static Map<String, AttributeValue> of(Task task) {
    Item item = Item.of(new LinkedHashMap<>(key(task.jobId())));
    item.with(STATUS, task.status().name())
        .with("data", task.data())
        .with("created", task.createdAt())
        .with(UPDATED, task.updatedAt())
        .with("attempts", task.attempts())
        .with(CallsTable.MONTH, CallItem.month("TASK", task.createdAt()))
        .with(CallsTable.AT, Item.text(task.createdAt()) + "#" + task.jobId());
    task.result().ifPresent(result -> item.with("result", result));
    task.reason().ifPresent(reason -> item.with("reason", reason));
    return item.attributes();
  }

  static Task task(Map<String, AttributeValue> attributes) {
    Item item = Item.of(attributes);
    return new Task(
        item.text(CallsTable.PARTITION).substring(PREFIX.length()),
        Status.valueOf(item.text(STATUS).toUpperCase(Locale.ROOT)),
        item.text("data"),
        item.optionalText("result"),
        item.optionalText("reason"),
        item.moment("created"),
        item.moment(UPDATED),
        (int) item.number("attempts"));
  }

  /** The queue's entry of a task, which names the calls that its records are of. */
  static Map<String, AttributeValue> queueEntry(Task task, Collection<String> callIds) {
    return Item.of(new LinkedHashMap<>(queueKey(task)))
        .with(CALLS, AttributeValue.fromSs(List.copyOf(callIds)))
        .attributes();
  }

  static Map<String, AttributeValue> queueKey(Task task) {
    return Item.empty()
        .with(CallsTable.PARTITION, QUEUE)
        .with(CallsTable.SORT, Item.text(task.createdAt()) + "#" + task.jobId())
        .attributes();
  }

  static String jobId(Map<String, AttributeValue> queueEntry) {
    String sort = Item.of(queueEntry).text(CallsTable.SORT);
    return sort.substring(sort.indexOf('#') + 1);
  }
}
