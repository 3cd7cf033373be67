package dialtone.tools.dynamodb;

import dialtone.core.host.Environment;
import dialtone.telephone.store.CallsTable;
import dialtone.testkit.dynamodb.LocalDynamoDb;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.server.Container;
import dialtone.tools.server.ContainerException;
import dialtone.tools.server.ContainerFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;

/**
 * Gives functions that keep calls a table in DynamoDB Local, where no settings lead them to
 * another. It is started when the first of them is, so that nobody else waits for it.
 */
public final class LocalTables implements AutoCloseable {
  private static final String KEY_ID = "AWS_ACCESS_KEY_ID";
  private static final String ENDPOINT = "AWS_ENDPOINT_URL_DYNAMODB";
  private static final String USUAL_NAME = "calls";

  private final Optional<Path> folder;
  private final Set<String> made = new HashSet<>();
  private LocalDynamoDb database;

  /**
   * @param folder where calls are kept; empty for those that end with this process
   */
  public LocalTables(Optional<Path> folder) {
    this.folder = folder;
  }

  /** The same functions, with tables. */
  public ContainerFactory around(ContainerFactory functions) {
    return new ContainerFactory() {
      @Override
      public Container start(ProjectFunction function, Map<String, String> settings)
          throws ContainerException, InterruptedException {
        return functions.start(function, isOurs(settings) ? withTable(settings) : settings);
      }

      @Override
      public void close() {
        functions.close();
      }
    };
  }

  /** The settings of a function that keeps calls and names no table. */
  public Map<String, String> settings() {
    return withTable(Map.of());
  }

  /** Whether a function keeps calls, and is led to no table that is somewhere else. */
  private static boolean isOurs(Map<String, String> settings) {
    Environment environment = environment(settings);
    boolean led =
        environment.get(ENDPOINT).isPresent() || environment.get("EXTENSIONS_TABLE").isPresent();
    return settings.containsKey(CallsTable.SETTING)
        && !led
        && (environment.get(KEY_ID).isEmpty() || environment.get(CallsTable.SETTING).isEmpty());
  }

  private synchronized Map<String, String> withTable(Map<String, String> settings) {
    Environment given = environment(settings);
    Map<String, String> more = new HashMap<>(settings);
    database().settings().forEach((name, value) -> more.put(name, given.get(name).orElse(value)));
    String table = given.get(CallsTable.SETTING).orElse(USUAL_NAME);
    more.put(CallsTable.SETTING, table);
    if (made.add(table)) {
      make(table, more);
    }
    return more;
  }

  private LocalDynamoDb database() {
    if (database == null) {
      folder.ifPresent(LocalTables::make);
      database = LocalDynamoDb.start(folder);
    }
    return database;
  }

  private static void make(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserMistake("The folder " + folder + " cannot be made: " + e.getMessage(), e);
    }
  }

  private static void make(String table, Map<String, String> settings) {
    try (DynamoDbClient client = CallsTable.client(environment(settings), Duration.ofSeconds(30))) {
      client.createTable(CallsTable.definition(table));
    } catch (ResourceInUseException e) {
      // The folder has it from the last time.
    }
  }

  @Override
  public synchronized void close() {
    if (database != null) {
      database.close();
    }
  }

  private static Environment environment(Map<String, String> settings) {
    return name ->
        Optional.ofNullable(settings.get(name))
            .map(String::strip)
            .filter(text -> !text.isEmpty() && !text.equals("-"));
  }
}
