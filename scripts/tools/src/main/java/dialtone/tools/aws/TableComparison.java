package dialtone.tools.aws;

import dialtone.tools.command.UserMistake;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/** Compares a table with its definition in code. Keys cannot be changed: that is a mistake. */
record TableComparison(DynamoDbClient dynamoDb) {

  Optional<AwsChange> compare(NeededTable table) {
    CreateTableRequest definition = table.definition();
    TableDescription live;
    try {
      live = dynamoDb.describeTable(request -> request.tableName(table.name())).table();
    } catch (ResourceNotFoundException e) {
      return Optional.of(
          AwsChange.missing(
              "DynamoDB table " + table.name() + ", key " + keys(definition.keySchema()),
              () -> create(definition)));
    }
    refuseOtherKeys(table.name(), definition, live);
    boolean onDemand =
        live.billingModeSummary() != null
            && live.billingModeSummary().billingMode() == BillingMode.PAY_PER_REQUEST;
    return onDemand
        ? Optional.empty()
        : Optional.of(
            new AwsChange(
                "~ DynamoDB table "
                    + table.name()
                    + "\n    BillingMode PROVISIONED → PAY_PER_REQUEST",
                Map.of("BillingMode", "PROVISIONED"),
                Map.of("BillingMode", "PAY_PER_REQUEST"),
                () ->
                    dynamoDb.updateTable(
                        request ->
                            request
                                .tableName(table.name())
                                .billingMode(BillingMode.PAY_PER_REQUEST))));
  }

  private void create(CreateTableRequest definition) {
    dynamoDb.createTable(definition);
    dynamoDb.waiter().waitUntilTableExists(request -> request.tableName(definition.tableName()));
  }

  private static void refuseOtherKeys(
      String name, CreateTableRequest definition, TableDescription live) {
    Set<String> expected = new HashSet<>(Set.of(keys(definition.keySchema())));
    definition
        .globalSecondaryIndexes()
        .forEach(index -> expected.add(index.indexName() + " " + keys(index.keySchema())));
    Set<String> found = new HashSet<>(Set.of(keys(live.keySchema())));
    live.globalSecondaryIndexes()
        .forEach(index -> found.add(index.indexName() + " " + keys(index.keySchema())));
    if (!found.containsAll(expected)) {
      throw new UserMistake(
          "DynamoDB table %s has keys %s: expected %s. Keys cannot be changed: choose another name"
              .formatted(name, found, expected));
    }
  }

  private static String keys(List<KeySchemaElement> schema) {
    return schema.stream()
        .map(key -> key.attributeName() + " " + key.keyTypeAsString())
        .collect(Collectors.joining(", "));
  }
}
