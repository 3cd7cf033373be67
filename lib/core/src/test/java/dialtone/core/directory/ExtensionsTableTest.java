package dialtone.core.directory;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.core.aws.AwsClients;
import dialtone.core.host.Edge;
import dialtone.core.host.Environment;
import dialtone.core.host.Settings;
import dialtone.core.log.Log;
import dialtone.testkit.dynamodb.LocalDynamoDb;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table is a real one, in DynamoDB Local; what it never does a stub does. */
class ExtensionsTableTest {
  private static final String DOCUMENT =
      """
      {"extensions": {"carol": {"caller_id": "+15035550103", "enable_emergency": false,
       "outgoing": "main_menu"}}}""";

  private static LocalDynamoDb server;
  private static String endpoint;

  @RegisterExtension
  static final WireMockExtension FAILING =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final Log log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8));

  @BeforeAll
  static void startDynamoDb() throws Exception {
    server = LocalDynamoDb.start(Optional.empty());
    endpoint = server.endpoint();
    try (DynamoDbClient client = client()) {
      for (String table : new String[] {"good", "empty", "malformed"}) {
        client.createTable(ExtensionsTable.definition(table));
      }
      put(client, "good", DOCUMENT);
      put(client, "malformed", DOCUMENT.replace("+1503", "503"));
    }
  }

  @AfterAll
  static void stopDynamoDb() throws Exception {
    server.close();
  }

  @Test
  void theDocumentInTheTableServes() {
    ExtensionDirectory directory = open("good", endpoint);

    assertThat(directory.named("carol")).isPresent();
    assertThat(directory.named("alice")).isEmpty();
    assertThat(line().get("level").getAsString()).isEqualTo("info");
  }

  @Test
  void withoutATableTheBundledDirectoryServes() {
    assertThat(open("", endpoint).named("alice")).isPresent();
  }

  @ParameterizedTest
  @MethodSource
  void aTableThatIsNoUseLeavesTheBundledDirectory(String table, String warning) {
    assertThat(open(table, endpoint).named("alice")).isPresent();
    assertThat(line().get("warnings").getAsString()).contains(warning);
  }

  static Stream<Arguments> aTableThatIsNoUseLeavesTheBundledDirectory() {
    return Stream.of(
        Arguments.of("empty", "has no item \"extensions\""),
        Arguments.of("malformed", "extension \"carol\""),
        Arguments.of("absent", "non-existent table"));
  }

  @ParameterizedTest
  @MethodSource
  void whateverDynamoDbDoesTheBundledDirectoryServes(ResponseDefinitionBuilder answer) {
    FAILING.stubFor(any(anyUrl()).willReturn(answer));

    assertThat(open("good", FAILING.baseUrl()).named("alice")).isPresent();
    assertThat(line().get("warnings").getAsString()).contains("the last good copy serves");
  }

  static Stream<ResponseDefinitionBuilder> whateverDynamoDbDoesTheBundledDirectoryServes() {
    return Stream.of(
        aResponse().withStatus(500),
        aResponse().withStatus(400).withBody("{\"__type\": \"AccessDeniedException\"}"),
        aResponse().withStatus(200).withBody("not JSON"),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withFixedDelay(5_000).withBody("{}"));
  }

  @Test
  void whenNobodyListensTheBundledDirectoryServes() {
    assertThat(open("good", "http://127.0.0.1:1").named("alice")).isPresent();
  }

  private ExtensionDirectory open(String table, String endpoint) {
    Map<String, String> variables = new HashMap<>(variables(endpoint));
    variables.put("EXTENSIONS_TABLE", table);
    Environment environment = environment(variables);
    Edge edge = new Edge(environment, new Settings(environment), Clock.systemUTC(), log);
    return ExtensionsTable.open(edge).directory();
  }

  private JsonObject line() {
    log.write(new JsonObject());
    return JsonParser.parseString(logged.toString(StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private static void put(DynamoDbClient client, String table, String document) {
    Map<String, AttributeValue> item =
        Map.of(
            ExtensionsTable.KEY, AttributeValue.fromS(ExtensionsTable.ITEM),
            ExtensionsTable.DOCUMENT, AttributeValue.fromS(document));
    client.putItem(request -> request.tableName(table).item(item));
  }

  private static DynamoDbClient client() {
    return AwsClients.build(
        DynamoDbClient.builder(),
        "DYNAMODB",
        Duration.ofSeconds(30),
        environment(variables(endpoint)));
  }

  private static Map<String, String> variables(String endpoint) {
    return Map.of(
        "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
        "AWS_SECRET_ACCESS_KEY", "secret",
        "AWS_REGION", "us-west-2",
        "AWS_ENDPOINT_URL_DYNAMODB", endpoint);
  }

  private static Environment environment(Map<String, String> variables) {
    return name -> Optional.ofNullable(variables.get(name)).filter(value -> !value.isEmpty());
  }
}
