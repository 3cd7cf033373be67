package dialtone.tools.telephone;

import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.BatchWriteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsResponse;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/**
 * Takes every item that is asked for as not there, and writes without conditions and transactions:
 * the same items in less time, where nobody else writes.
 */
final class UnconditionalClient implements DynamoDbClient {
  private static final int MOST_WRITTEN = 25;

  private final DynamoDbClient client;

  UnconditionalClient(DynamoDbClient client) {
    this.client = client;
  }

  @Override
  public GetItemResponse getItem(GetItemRequest request) {
    return GetItemResponse.builder().build();
  }

  @Override
  public BatchGetItemResponse batchGetItem(BatchGetItemRequest request) {
    return BatchGetItemResponse.builder().responses(Map.of()).unprocessedKeys(Map.of()).build();
  }

  @Override
  public TransactWriteItemsResponse transactWriteItems(TransactWriteItemsRequest request) {
    List<TransactWriteItem> writes = request.transactItems();
    for (int i = 0; i < writes.size(); i += MOST_WRITTEN) {
      write(writes.subList(i, Math.min(i + MOST_WRITTEN, writes.size())));
    }
    return TransactWriteItemsResponse.builder().build();
  }

  private void write(List<TransactWriteItem> puts) {
    String table = puts.get(0).put().tableName();
    List<WriteRequest> writes =
        puts.stream()
            .map(write -> WriteRequest.builder().putRequest(put -> put.item(write.put().item())))
            .map(WriteRequest.Builder::build)
            .toList();
    BatchWriteItemResponse response =
        client.batchWriteItem(batch -> batch.requestItems(Map.of(table, writes)));
    if (!response.unprocessedItems().isEmpty()) {
      throw new IllegalStateException("items were not written");
    }
  }

  @Override
  public String serviceName() {
    return client.serviceName();
  }

  @Override
  public void close() {
    client.close();
  }
}
