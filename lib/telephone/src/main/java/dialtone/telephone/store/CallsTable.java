package dialtone.telephone.store;

import dialtone.core.aws.AwsClients;
import dialtone.core.host.Environment;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The shape of the DynamoDB table that holds calls, their records and the tasks that brought them.
 * README-telephone.md tells which question each key answers.
 */
public final class CallsTable {
  /** The setting that names the table. */
  public static final String SETTING = "CALLS_TABLE";

  static final String PARTITION = "pk";
  static final String SORT = "sk";
  static final String SOURCE = "source";
  static final String DESTINATION = "destination";
  static final String MONTH = "month";
  static final String BILL = "bill";
  static final String AT = "at";

  static final String SOURCES = "sources";
  static final String DESTINATIONS = "destinations";
  static final String MONTHS = "months";
  static final String BILLS = "bills";

  private CallsTable() {}

  /** The table's shape, to create it by. */
  public static CreateTableRequest definition(String table) {
    return CreateTableRequest.builder()
        .tableName(table)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            Stream.of(PARTITION, SORT, SOURCE, DESTINATION, MONTH, BILL, AT)
                .map(CallsTable::attribute)
                .toList())
        .keySchema(key(PARTITION, SORT))
        .globalSecondaryIndexes(
            index(SOURCES, SOURCE, all()),
            index(DESTINATIONS, DESTINATION, all()),
            index(MONTHS, MONTH, all()),
            index(BILLS, BILL, only(List.of(BillStore.LINE))))
        .build();
  }

  /**
   * A client for the table.
   *
   * @param patience after which one request is given up
   * @throws IllegalArgumentException if a setting is missing or malformed; the message names it
   */
  public static DynamoDbClient client(Environment environment, Duration patience) {
    return AwsClients.build(DynamoDbClient.builder(), "DYNAMODB", patience, environment);
  }

  private static AttributeDefinition attribute(String name) {
    return AttributeDefinition.builder()
        .attributeName(name)
        .attributeType(ScalarAttributeType.S)
        .build();
  }

  private static GlobalSecondaryIndex index(String name, String partition, Projection projection) {
    return GlobalSecondaryIndex.builder()
        .indexName(name)
        .keySchema(key(partition, AT))
        .projection(projection)
        .build();
  }

  private static List<KeySchemaElement> key(String partition, String sort) {
    return List.of(
        KeySchemaElement.builder().attributeName(partition).keyType(KeyType.HASH).build(),
        KeySchemaElement.builder().attributeName(sort).keyType(KeyType.RANGE).build());
  }

  private static Projection all() {
    return Projection.builder().projectionType(ProjectionType.ALL).build();
  }

  private static Projection only(List<String> attributes) {
    return Projection.builder()
        .projectionType(ProjectionType.INCLUDE)
        .nonKeyAttributes(attributes)
        .build();
  }
}
