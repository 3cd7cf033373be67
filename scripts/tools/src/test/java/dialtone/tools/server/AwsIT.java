package dialtone.tools.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.core.aws.AwsClients;
import dialtone.core.directory.ExtensionsTable;
import dialtone.testkit.TwilioRequest;
import dialtone.testkit.TwimlAssert;
import dialtone.testkit.dynamodb.LocalDynamoDb;
import dialtone.tools.Checkout;
import dialtone.tools.StandInServer;
import dialtone.tools.project.Project;
import dialtone.tools.project.Web;
import dialtone.tools.smoke.RunningInstance;
import io.javalin.http.Context;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Functions on the local server with AWS behind them: a real table in DynamoDB Local, and somebody
 * who takes what is published. A caller does not wait for AWS, so the first answers may come
 * without it: each test asks until AWS has been heard.
 */
@TestInstance(Lifecycle.PER_CLASS)
class AwsIT {
  /** Well over what a cold function takes to load the AWS SDK on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Map<String, String> SETTINGS =
      Map.of(
          "EXTENSIONS_TABLE", "extensions",
          "AWS_TOPIC_ARN", "arn:aws:sns:us-west-2:123456789012:calls",
          "AWS_ACCESS_KEY_ID", "local",
          "AWS_SECRET_ACCESS_KEY", "local",
          "AWS_REGION", "us-west-2");

  private final Queue<String> published = new ConcurrentLinkedQueue<>();
  private LocalDynamoDb dynamoDb;
  private StandInServer sns;
  private LocalServer server;
  private RunningInstance instance;

  @BeforeAll
  void start() throws Exception {
    dynamoDb = LocalDynamoDb.start(Optional.empty());
    sns = StandInServer.start(routes -> routes.post("/", this::take));
    Map<String, String> endpoints =
        Map.of("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.endpoint(), "AWS_ENDPOINT_URL_SNS", sns.url());
    fillTable(endpoints);
    Project project = Checkout.project(Web.RAW, endpoints);
    server =
        LocalServer.of(project, Checkout.variables(SETTINGS))
            .start(new ClassLoaderContainers(project));
    String base = server.url() + "/api/v1/web/local";
    instance = new RunningInstance(base, base, Optional.empty());
  }

  @AfterAll
  void stop() throws Exception {
    server.close();
    sns.close();
    dynamoDb.close();
  }

  @Test
  void anExtensionThatIsOnlyInTheTableCanDial() throws Exception {
    TwilioRequest carol = TwilioRequest.fromSip("carol", "5035551212");
    String answer =
        await()
            .atMost(PATIENCE)
            .until(() -> instance.post("outgoing", carol).body(), body -> body.contains("<Dial"));
    TwimlAssert.assertThatTwiml(answer)
        .isResponse(
            "<Dial answerOnBridge=\"true\" callerId=\"+15035550103\" timeLimit=\"3600\" action=\""
                + server.url("dialplans/dial_status")
                + "\"><Number>+15035551212</Number></Dial>");
  }

  @Test
  void howACallEndedIsPublished() throws Exception {
    TwilioRequest ended =
        TwilioRequest.fromSip("alice", "5035551212").with("DialCallStatus", "busy");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              TwimlAssert.assertThatTwiml(instance.post("dial_status", ended).body())
                  .isResponse("<Reject reason=\"busy\"/>");
              assertThat(published).hasSizeGreaterThanOrEqualTo(2);
            });
    assertThat(published)
        .extracting(AwsIT::event)
        .contains("outgoing_call alice", "outgoing_dialstatus_busy alice");
  }

  private static String event(String message) {
    JsonObject event =
        JsonParser.parseString(
                JsonParser.parseString(message).getAsJsonObject().get("default").getAsString())
            .getAsJsonObject()
            .getAsJsonObject("event");
    return event.get("UserEvent").getAsString() + " " + event.get("Channel").getAsString();
  }

  private void take(Context publishBatch) {
    publishBatch
        .formParamMap()
        .forEach(
            (name, values) -> {
              if (name.endsWith(".Message")) {
                published.addAll(values);
              }
            });
    publishBatch
        .contentType("text/xml")
        .result(
            "<PublishBatchResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\">"
                + "<PublishBatchResult><Successful/><Failed/></PublishBatchResult>"
                + "</PublishBatchResponse>");
  }

  private static void fillTable(Map<String, String> endpoints) {
    Map<String, String> all = new HashMap<>(SETTINGS);
    all.putAll(endpoints);
    try (DynamoDbClient client =
        AwsClients.build(
            DynamoDbClient.builder(),
            "DYNAMODB",
            Duration.ofSeconds(60),
            name -> Optional.ofNullable(all.get(name)))) {
      client.createTable(ExtensionsTable.definition("extensions"));
      client.putItem(
          put ->
              put.tableName("extensions")
                  .item(
                      Map.of(
                          ExtensionsTable.KEY,
                          AttributeValue.fromS(ExtensionsTable.ITEM),
                          ExtensionsTable.DOCUMENT,
                          AttributeValue.fromS(
                              """
                              {"extensions": {"carol": {"caller_id": "+15035550103",
                                "enable_emergency": false, "outgoing": "main_menu"}}}"""))));
    }
  }
}
