package dialtone.telephone;

import dialtone.core.host.Environment;
import dialtone.telephone.store.CallsTable;
import dialtone.testkit.dynamodb.LocalDynamoDb;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** One DynamoDB Local for all tests, and a table of its own for each. */
public final class Database {
  private static final LocalDynamoDb SERVER = LocalDynamoDb.start(Optional.empty());
  private static final AtomicInteger TABLES = new AtomicInteger();

  private Database() {}

  /** The settings of a function whose table is new and empty. */
  public static Map<String, String> withNewTable() {
    Map<String, String> settings = new HashMap<>(SERVER.settings());
    String table = "calls-" + TABLES.incrementAndGet();
    settings.put(CallsTable.SETTING, table);
    try (DynamoDbClient client = client(settings)) {
      client.createTable(CallsTable.definition(table));
    }
    return settings;
  }

  public static DynamoDbClient client(Map<String, String> settings) {
    return CallsTable.client(environment(settings), Duration.ofSeconds(30));
  }

  public static Environment environment(Map<String, String> settings) {
    return name -> Optional.ofNullable(settings.get(name));
  }
}
