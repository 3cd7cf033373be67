package dialtone.tools.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.core.aws.AwsClients;
import dialtone.core.directory.ExtensionDirectory;
import dialtone.core.directory.ExtensionsTable;
import dialtone.testkit.dynamodb.LocalDynamoDb;
import dialtone.tools.Checkout;
import dialtone.tools.command.Terminal;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.TwilioDesk.Said;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Tables in DynamoDB Local, everything else in the stand-in. */
class AwsTest {
  private static final String TABLE = "dialtone-extensions";

  private final StandInAws aws = new StandInAws();
  private final Map<String, String> environment = new HashMap<>();
  private LocalDynamoDb dynamoDb;
  private DynamoDbClient tables;
  @TempDir private Path root;

  @BeforeEach
  void start() throws Exception {
    dynamoDb = LocalDynamoDb.start(Optional.empty());
    environment.putAll(
        Map.of(
            "AWS_REGION",
            "us-west-2",
            "AWS_ACCESS_KEY_ID",
            "ADMIN",
            "AWS_SECRET_ACCESS_KEY",
            "admin-secret",
            "AWS_ENDPOINT_URL_SNS",
            aws.url(),
            "AWS_ENDPOINT_URL_IAM",
            aws.url(),
            "AWS_ENDPOINT_URL_STS",
            aws.url(),
            "AWS_ENDPOINT_URL_DYNAMODB",
            dynamoDb.endpoint()));
    tables =
        AwsClients.build(
            DynamoDbClient.builder(),
            "DYNAMODB",
            Duration.ofSeconds(20),
            name -> Optional.ofNullable(environment.get(name)));
  }

  @AfterEach
  void stop() throws Exception {
    tables.close();
    dynamoDb.close();
    aws.close();
  }

  @Test
  void upMakesEverythingAndTheSecondUpNothing() {
    assertThat(run("preview").code()).isEqualTo(2);

    Said up = run("up", "--yes");

    assertThat(up.err()).isEmpty();
    assertThat(up.code()).isZero();
    assertThat(aws.topics).containsExactly("arn:aws:sns:us-west-2:123456789012:dialtone");
    assertThat(aws.users).containsExactly("dialtone");
    assertThat(tables.describeTable(request -> request.tableName(TABLE)).table().keySchema())
        .isEqualTo(ExtensionsTable.definition(TABLE).keySchema());
    assertThat(up.out()).doesNotContain("admin-secret");
    aws.changes.clear();
    assertThat(run("preview").code()).isZero();
    assertThat(run("up", "--yes").code()).isZero();
    assertThat(aws.changes).isEmpty();
  }

  @Test
  void thePolicyAllowsWhatTheFunctionsDoAndIsTheOneInTheReadme() throws Exception {
    run("up", "--yes");

    String readme = Files.readString(Checkout.ROOT.resolve("README-aws.md"));
    Matcher shown = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(readme);
    assertThat(shown.find()).isTrue();
    assertThat(JsonParser.parseString(aws.policies.get("dialtone dialtone-functions")))
        .isEqualTo(JsonParser.parseString(shown.group(1)));
  }

  @Test
  void aPolicyThatSomebodyWidenedIsShownAndPutBack() {
    run("up", "--yes");
    aws.policies.put(
        "dialtone dialtone-functions",
        """
        {"Version": "2012-10-17",
         "Statement": [{"Effect": "Allow", "Action": "*", "Resource": "*"}]}""");

    Said preview = run("preview");
    assertThat(preview.code()).isEqualTo(2);
    assertThat(preview.out()).contains("~ policy dialtone-functions").contains("\"Action\": \"*\"");
    run("up", "--yes");

    assertThat(aws.policies.get("dialtone dialtone-functions")).doesNotContain("\"*\"");
    assertThat(run("preview").code()).isZero();
  }

  @Test
  void aTopicOnALaterPageIsFound() {
    aws.pageSize(1);
    run("up", "--yes");
    aws.topics.add(0, "arn:aws:sns:us-west-2:123456789012:other-dialtone");

    assertThat(run("preview").code()).isZero();
  }

  @Test
  void aTableWithOtherKeysIsAMistakeAndLeftAlone() {
    CreateTableRequest other =
        ExtensionsTable.definition(TABLE).toBuilder()
            .attributeDefinitions(
                AttributeDefinition.builder()
                    .attributeName("other")
                    .attributeType(ScalarAttributeType.S)
                    .build())
            .keySchema(
                KeySchemaElement.builder().attributeName("other").keyType(KeyType.HASH).build())
            .build();
    tables.createTable(other);

    Said up = run("up", "--yes");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err()).contains(TABLE).contains("choose another name");
    assertThat(aws.changes).isEmpty();
  }

  @Test
  void aMissingPermissionNamesTheVariablesToSet() {
    aws.closeDoor();

    Said preview = run("preview");

    assertThat(preview.code()).isEqualTo(1);
    assertThat(preview.err()).contains("not authorized").contains("AWS_PROFILE");
  }

  @Test
  void anAwsThatDoesNotAnswerIsNotTakenForAMissingKey() {
    environment.put("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:1");

    assertThat(run("preview").err()).contains("AWS does not answer").doesNotContain("AWS_PROFILE");
  }

  @Test
  void whatWasChangedIsInTheHistoryWithWhatItWasBefore() throws Exception {
    run("up", "--yes");
    aws.policies.put("dialtone dialtone-functions", "{\"Version\": \"2012-10-17\"}");

    run("up", "--yes");

    List<String> history = Files.readAllLines(root.resolve(".dialtone/history.jsonl"));
    JsonObject last = JsonParser.parseString(history.get(history.size() - 1)).getAsJsonObject();
    assertThat(last.get("what").getAsString())
        .isEqualTo("policy dialtone-functions of IAM user dialtone");
    assertThat(last.getAsJsonObject("from").get("PolicyDocument").getAsString())
        .isEqualTo("{\"Version\": \"2012-10-17\"}");
    assertThat(last.getAsJsonObject("to").get("PolicyDocument").getAsString())
        .contains("sns:Publish");
  }

  @Test
  void theFunctionsOwnKeyInTheSettingsFileIsNotUsed() throws Exception {
    Files.writeString(
        root.resolve(".env"),
        """
        AWS_ACCESS_KEY_ID=FUNCTIONS
        AWS_SECRET_ACCESS_KEY=functions-secret
        EXTENSIONS_TABLE=my-extensions
        """);

    assertThat(run("up", "--yes").out()).contains("Table: my-extensions");
    assertThat(aws.callers).containsOnly("ADMIN");
  }

  @Test
  void theExtensionDirectoryIsCheckedAndPutIntoItsTable() throws Exception {
    run("up", "--yes");
    String document =
        Files.readString(
            Checkout.ROOT.resolve("lib/core/src/main/resources/dialtone/extensions.json"));
    Files.writeString(root.resolve("mine.json"), document);
    Files.writeString(root.resolve("wrong.json"), "{\"extensions\": {}}");

    assertThat(run("extensions", "wrong.json", "--yes").err()).contains("it has no extension");
    assertThat(run("extensions", "mine.json", "--yes").code()).isZero();

    String stored =
        tables
            .getItem(
                request ->
                    request
                        .tableName(TABLE)
                        .key(
                            Map.of(
                                ExtensionsTable.KEY, AttributeValue.fromS(ExtensionsTable.ITEM))))
            .item()
            .get(ExtensionsTable.DOCUMENT)
            .s();
    assertThat(ExtensionDirectory.parse(stored).named("alice")).isPresent();
  }

  private Said run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Workplace workplace =
        new Workplace(
            root,
            environment,
            new Terminal(new PrintWriter(out, true), new BufferedReader(new StringReader(""))),
            Duration.ofMillis(1));
    CommandLine line = Aws.commandLine(workplace);
    line.setErr(new PrintWriter(err, true));
    int code = line.execute(arguments);
    return new Said(code, out.toString(), err.toString());
  }
}
