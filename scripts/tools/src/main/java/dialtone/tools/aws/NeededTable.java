package dialtone.tools.aws;

import java.util.List;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;

/**
 * A table that functions use.
 *
 * @param definition its shape, from the code that uses it
 * @param actions what the functions do with it, as IAM calls it
 */
record NeededTable(CreateTableRequest definition, List<String> actions) {
  NeededTable {
    actions = List.copyOf(actions);
  }

  String name() {
    return definition.tableName();
  }

  boolean hasIndexes() {
    return definition.hasGlobalSecondaryIndexes();
  }
}
