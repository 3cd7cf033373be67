package dialtone.telephone.store;

import dialtone.telephone.task.Task;
import dialtone.telephone.task.Task.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/** Tasks in the table, and the queue of those that the worker is to finish. */
public final class TaskStore {
  /** After which a worker that started a task is taken for dead: longer than any function runs. */
  static final Duration LEASE = Duration.ofMinutes(20);

  private final DynamoDbClient client;
  private final String table;

  public TaskStore(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /** A task as it is now. */
  public Optional<Task> task(String jobId) {
    GetItemRequest request =
        GetItemRequest.builder()
            .tableName(table)
            .key(TaskItem.key(jobId))
            .consistentRead(true)
            .build();
    return Optional.of(client.getItem(request).item())
        .filter(item -> !item.isEmpty())
        .map(TaskItem::task);
  }

  /**
   * Stores a task for the worker to finish, unless it is done already: then it stays so.
   *
   * @param callIds the calls that its records are of
   */
  public void queue(Task task, Collection<String> callIds) {
    storeUnlessDone(task, Writes.queued(table, task, callIds));
  }

  /** Stores a task of the queue that has to wait for another attempt, unless it is done already. */
  public void requeue(Task task) {
    storeUnlessDone(task, List.of(Writes.unlessDone(table, task)));
  }

  private void storeUnlessDone(Task task, List<TransactWriteItem> writes) {
    try {
      client.transactWriteItems(TransactWriteItemsRequest.builder().transactItems(writes).build());
    } catch (TransactionCanceledException e) {
      if (task(task.jobId()).filter(stored -> stored.status() == Status.DONE).isEmpty()) {
        throw e;
      }
    }
  }

  /** Stores a task that the worker gives up, and takes it out of the queue. */
  public void giveUp(Task task) {
    client.transactWriteItems(
        TransactWriteItemsRequest.builder().transactItems(Writes.finished(table, task)).build());
  }

  /** Takes a task that has come to its end out of the queue. */
  public void dequeue(Task task) {
    client.deleteItem(
        DeleteItemRequest.builder().tableName(table).key(TaskItem.queueKey(task)).build());
  }

  /** The jobs that wait for the worker, oldest first. */
  public List<String> waiting(int most) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("#pk = :queue")
            .expressionAttributeNames(Map.of("#pk", CallsTable.PARTITION))
            .expressionAttributeValues(Map.of(":queue", AttributeValue.fromS(TaskItem.QUEUE)))
            .consistentRead(true)
            .limit(most)
            .build();
    return client.query(query).items().stream().map(TaskItem::jobId).toList();
  }

  /** The tasks in the queue that bring records of a call, oldest first. */
  public List<Task> waitingFor(String callId) {
    QueryRequest query =
        QueryRequest.builder()
            .tableName(table)
            .keyConditionExpression("#pk = :queue")
            .filterExpression("contains(#calls, :call)")
            .expressionAttributeNames(Map.of("#pk", CallsTable.PARTITION, "#calls", TaskItem.CALLS))
            .expressionAttributeValues(
                Map.of(
                    ":queue", AttributeValue.fromS(TaskItem.QUEUE),
                    ":call", AttributeValue.fromS(callId)))
            .consistentRead(true)
            .build();
    return client.queryPaginator(query).items().stream()
        .map(TaskItem::jobId)
        .flatMap(jobId -> task(jobId).stream())
        .filter(task -> task.status() == Status.QUEUED || task.status() == Status.STARTED)
        .toList();
  }

  /** Takes a task for this worker; empty if another one is at it or it came to an end. */
  public Optional<Task> claim(String jobId, Instant now) {
    Optional<Task> task = task(jobId).map(found -> found.started(now));
    if (task.isEmpty()) {
      return task;
    }
    try {
      client.putItem(
          PutItemRequest.builder()
              .tableName(table)
              .item(TaskItem.of(task.get()))
              .conditionExpression(
                  "#status = :queued OR (#status = :started AND #updated < :expired)")
              .expressionAttributeNames(
                  Map.of("#status", TaskItem.STATUS, "#updated", TaskItem.UPDATED))
              .expressionAttributeValues(
                  Map.of(
                      ":queued", AttributeValue.fromS(Status.QUEUED.name()),
                      ":started", AttributeValue.fromS(Status.STARTED.name()),
                      ":expired", AttributeValue.fromS(Item.text(now.minus(LEASE)))))
              .build());
      return task;
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }
}
