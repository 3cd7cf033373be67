package dialtone.core.directory;

import dialtone.core.aws.AwsClients;
import dialtone.core.host.Edge;
import dialtone.core.host.Environment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The DynamoDB table that holds the extension directory: one item, {@code id = "extensions"}, whose
 * {@code document} is the JSON text, checked whole. DynamoDB's 400 KB an item is some 3,000
 * extensions.
 */
public final class ExtensionsTable {
  /** The table's partition key, a string. */
  public static final String KEY = "id";

  /** The attribute that holds the document. */
  public static final String DOCUMENT = "document";

  /** The key of the only item. */
  public static final String ITEM = "extensions";

  /** More than a caller waits: a load that is late for one call serves the next. */
  private static final Duration LOAD_PATIENCE = Duration.ofSeconds(2);

  private ExtensionsTable() {}

  /**
   * The directory in the table that {@code EXTENSIONS_TABLE} names; the bundled one if it is not
   * set.
   */
  public static DirectorySource open(Edge edge) {
    DirectorySource bundled = new BundledDirectory();
    Optional<String> table = edge.environment().get("EXTENSIONS_TABLE");
    if (table.isEmpty()) {
      return bundled;
    }
    return new CachedDirectory(
        new Loader(edge.environment(), table.get())::load,
        bundled.directory(),
        edge.clock(),
        edge.log());
  }

  /** The table's shape, to create it by. */
  public static CreateTableRequest definition(String table) {
    return CreateTableRequest.builder()
        .tableName(table)
        .billingMode(BillingMode.PAY_PER_REQUEST)
        .attributeDefinitions(
            AttributeDefinition.builder()
                .attributeName(KEY)
                .attributeType(ScalarAttributeType.S)
                .build())
        .keySchema(KeySchemaElement.builder().attributeName(KEY).keyType(KeyType.HASH).build())
        .build();
  }

  /** Keeps its client once that could be built: building it is most of a first load's time. */
  private static final class Loader {
    private final Environment environment;
    private final String table;
    private DynamoDbClient client;

    Loader(Environment environment, String table) {
      this.environment = environment;
      this.table = table;
    }

    synchronized ExtensionDirectory load() {
      if (client == null) {
        client = AwsClients.build(DynamoDbClient.builder(), "DYNAMODB", LOAD_PATIENCE, environment);
      }
      AttributeValue document =
          client
              .getItem(
                  GetItemRequest.builder()
                      .tableName(table)
                      .key(Map.of(KEY, AttributeValue.fromS(ITEM)))
                      .build())
              .item()
              .get(DOCUMENT);
      if (document == null || document.s() == null) {
        throw new IllegalStateException(
            "table " + table + " has no item \"" + ITEM + "\" with a string \"" + DOCUMENT + "\"");
      }
      return ExtensionDirectory.parse(document.s());
    }
  }
}
