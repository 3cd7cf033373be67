package dialtone.telephone.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

/**
 * Reads partitions of an index one after the other, newest item first, until a page is full.
 *
 * @param attribute the index's partition key
 * @param partitions in the order that they are read
 * @param from the first moment of {@code at}
 * @param to the first moment after
 * @param equal what else the items' attributes have to be
 */
record IndexWalk(
    String index,
    String attribute,
    List<String> partitions,
    Instant from,
    Instant to,
    Map<String, String> equal) {
  /** Bounds the time of one request; what is left comes with the next page. */
  private static final int MOST_QUERIES = 64;

  /**
   * @throws IllegalArgumentException if the cursor is none of this walk's
   */
  Page<Map<String, AttributeValue>> page(
      DynamoDbClient client, String table, Optional<String> cursor, int limit) {
    List<Map<String, AttributeValue>> items = new ArrayList<>();
    Cursor at = cursor.map(Cursor::parse).orElseGet(() -> Cursor.before(partitions.get(0)));
    int position = partitions.indexOf(at.partition());
    if (position < 0) {
      throw new IllegalArgumentException("not a cursor of this list");
    }
    for (int queries = 0; queries < MOST_QUERIES && items.size() < limit; queries++) {
      QueryResponse response = query(client, table, at, limit - items.size());
      items.addAll(response.items());
      if (response.hasLastEvaluatedKey() && !response.lastEvaluatedKey().isEmpty()) {
        at = Cursor.after(at.partition(), response.lastEvaluatedKey());
      } else if (++position < partitions.size()) {
        at = Cursor.before(partitions.get(position));
      } else {
        return new Page<>(items, Optional.empty());
      }
    }
    return new Page<>(items, Optional.of(at.toString()));
  }

  private QueryResponse query(DynamoDbClient client, String table, Cursor at, int limit) {
    Map<String, String> names = new HashMap<>();
    Map<String, AttributeValue> values = new HashMap<>();
    names.put("#partition", attribute);
    names.put("#at", CallsTable.AT);
    values.put(":partition", AttributeValue.fromS(at.partition()));
    values.put(":from", AttributeValue.fromS(Item.text(from)));
    // An item of the moment "to" itself is this text and more, so it sorts after it.
    values.put(":to", AttributeValue.fromS(Item.text(to)));
    List<String> filters = new ArrayList<>();
    equal.forEach(
        (name, value) -> {
          names.put("#" + name, name);
          values.put(":" + name, AttributeValue.fromS(value));
          filters.add("#" + name + " = :" + name);
        });
    QueryRequest.Builder query =
        QueryRequest.builder()
            .tableName(table)
            .indexName(index)
            .keyConditionExpression("#partition = :partition AND #at BETWEEN :from AND :to")
            .expressionAttributeNames(names)
            .expressionAttributeValues(values)
            .scanIndexForward(false)
            .limit(limit);
    if (!filters.isEmpty()) {
      query.filterExpression(String.join(" AND ", filters));
    }
    Map<String, AttributeValue> start = at.key(attribute);
    if (!start.isEmpty()) {
      query.exclusiveStartKey(start);
    }
    try {
      return client.query(query.build());
    } catch (DynamoDbException e) {
      if (!start.isEmpty() && e.statusCode() == 400) {
        throw new IllegalArgumentException("not a cursor of this list", e);
      }
      throw e;
    }
  }
}
