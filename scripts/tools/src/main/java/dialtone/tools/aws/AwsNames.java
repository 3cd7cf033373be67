package dialtone.tools.aws;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * What things are called on AWS, and the least that the functions' user must be allowed.
 *
 * @param partition {@code aws}, {@code aws-us-gov} or {@code aws-cn}
 * @param account the account's number
 */
record AwsNames(
    String partition,
    String region,
    String account,
    String topic,
    List<NeededTable> tables,
    String user) {
  /** The name of the user's policy. */
  static final String POLICY = "dialtone-functions";

  private static final Gson JSON =
      new GsonBuilder().disableHtmlEscaping().setPrettyPrinting().create();

  AwsNames {
    tables = List.copyOf(tables);
  }

  String topicArn() {
    return "arn:%s:sns:%s:%s:%s".formatted(partition, region, account, topic);
  }

  /** The policy as JSON: publish to the topic, and to each table what the functions do there. */
  String policy() {
    JsonArray statements = new JsonArray();
    statements.add(statement(List.of("sns:Publish"), List.of(topicArn())));
    for (NeededTable table : tables) {
      String arn =
          "arn:%s:dynamodb:%s:%s:table/%s".formatted(partition, region, account, table.name());
      statements.add(
          statement(
              table.actions(), table.hasIndexes() ? List.of(arn, arn + "/index/*") : List.of(arn)));
    }
    JsonObject policy = new JsonObject();
    policy.addProperty("Version", "2012-10-17");
    policy.add("Statement", statements);
    return JSON.toJson(policy);
  }

  private static JsonObject statement(List<String> actions, List<String> resources) {
    JsonObject statement = new JsonObject();
    statement.addProperty("Effect", "Allow");
    statement.add("Action", JSON.toJsonTree(actions));
    statement.add("Resource", JSON.toJsonTree(resources));
    return statement;
  }
}
