package dialtone.core.events;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.core.events.CallEvent.Direction;
import dialtone.core.host.Edge;
import dialtone.core.host.Environment;
import dialtone.core.host.Settings;
import dialtone.core.log.Log;
import dialtone.core.web.Parameters;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The SDK publishes over HTTP to a stub that answers as SNS does, well and badly. */
class SnsCallEventsTest {
  private static final String TOPIC = "arn:aws:sns:us-west-2:123456789012:calls";
  private static final List<CallEvent> BUSY =
      List.of(
          new CallEvent(Direction.OUTGOING.call(), "alice", "CA1"),
          new CallEvent(Direction.OUTGOING.dialStatus("no-answer"), "alice", "CA1"));
  private static final String PUBLISHED =
      """
      <PublishBatchResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishBatchResult>
      <Successful><member><Id>0</Id><MessageId>m0</MessageId></member>
      <member><Id>1</Id><MessageId>m1</MessageId></member></Successful><Failed/>
      </PublishBatchResult></PublishBatchResponse>""";
  private static final String ONE_REFUSED =
      """
      <PublishBatchResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishBatchResult>
      <Successful/><Failed><member><Id>0</Id><Code>InvalidParameter</Code>
      <SenderFault>true</SenderFault></member></Failed>
      </PublishBatchResult></PublishBatchResponse>""";

  @RegisterExtension
  static final WireMockExtension SNS =
      WireMockExtension.newInstance()
          .options(wireMockConfig().dynamicPort().bindAddress("127.0.0.1"))
          .build();

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final Log log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8));
  private final Map<String, String> variables = new HashMap<>();

  @BeforeEach
  void setUp() {
    variables.putAll(
        Map.of(
            "AWS_TOPIC_ARN", TOPIC,
            "AWS_ACCESS_KEY_ID", "AKIDEXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "secret",
            "AWS_REGION", "us-west-2",
            "AWS_ENDPOINT_URL_SNS", SNS.baseUrl()));
  }

  @Test
  void theEventsOfACallbackGoOutInOneRequestAsConsumersKnowThem() {
    answer(aResponse().withBody(PUBLISHED));

    publish();

    Parameters sent = onlyRequest();
    assertThat(sent.first("Action")).contains("PublishBatch");
    assertThat(sent.first("TopicArn")).contains(TOPIC);
    assertThat(sent.first("PublishBatchRequestEntries.member.1.MessageStructure")).contains("json");
    assertThat(sent.first("PublishBatchRequestEntries.member.1.Message"))
        .contains(message("outgoing_call"));
    assertThat(sent.first("PublishBatchRequestEntries.member.2.Message"))
        .contains(message("outgoing_dialstatus_no-answer"));
    assertThat(
            sent.first(
                "PublishBatchRequestEntries.member.2.MessageAttributes.entry.1.Value.StringValue"))
        .contains("CA1:outgoing_dialstatus_no-answer");
    assertThat(line().get("level").getAsString()).isEqualTo("info");
  }

  @Test
  void aRepeatedCallbackHasTheSameEventIds() {
    answer(aResponse().withBody(PUBLISHED));

    publish();
    publish();

    List<String> ids =
        SNS.findAll(postRequestedFor(anyUrl())).stream()
            .map(request -> Parameters.ofForm(request.getBodyAsString()))
            .map(
                form ->
                    form.first(
                            "PublishBatchRequestEntries.member.1.MessageAttributes.entry.1.Value.StringValue")
                        .orElseThrow())
            .toList();
    assertThat(ids).containsExactly("CA1:outgoing_call", "CA1:outgoing_call");
  }

  @Test
  void theHostnameCanBeReplaced() {
    answer(aResponse().withBody(PUBLISHED));
    variables.put("METRICS_HOSTNAME", "pbx");

    publish();

    assertThat(onlyRequest().first("PublishBatchRequestEntries.member.1.Message").orElseThrow())
        .contains("\\\"hostname\\\":\\\"pbx-prod\\\"");
  }

  @ParameterizedTest
  @MethodSource
  void whateverSnsDoesItIsLoggedAndNothingIsThrown(ResponseDefinitionBuilder answer) {
    answer(answer);

    publish();

    assertThat(line().get("level").getAsString()).isEqualTo("warn");
    assertThat(line().toString()).doesNotContain("secret");
  }

  static Stream<ResponseDefinitionBuilder> whateverSnsDoesItIsLoggedAndNothingIsThrown() {
    return Stream.of(
        aResponse().withStatus(500),
        aResponse().withStatus(403).withBody("<ErrorResponse><Error><Code>X</Code></Error>"),
        aResponse().withStatus(200).withBody("not XML"),
        aResponse().withStatus(200).withBody(ONE_REFUSED),
        aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER),
        aResponse().withFixedDelay(5_000).withBody(PUBLISHED));
  }

  @Test
  void aFailureIsNotTriedAgainWhileTheCallerWaits() {
    answer(aResponse().withStatus(500));

    publish();

    assertThat(SNS.findAll(postRequestedFor(anyUrl()))).hasSize(1);
  }

  @Test
  void whenNobodyListensTheEventsAreLost() {
    variables.put("AWS_ENDPOINT_URL_SNS", "http://127.0.0.1:1");

    publish();

    assertThat(line().get("warnings").getAsString()).contains("call events are not published");
  }

  @Test
  void withoutATopicNothingIsPublishedAndTheLogSaysSo() {
    variables.remove("AWS_TOPIC_ARN");

    publish();

    assertThat(SNS.findAll(postRequestedFor(anyUrl()))).isEmpty();
    assertThat(line().get("level").getAsString()).isEqualTo("info");
    assertThat(line().get("notes").getAsString()).contains("AWS_TOPIC_ARN is not set");
  }

  @Test
  void aMissingKeyIsNamed() {
    variables.remove("AWS_SECRET_ACCESS_KEY");

    publish();

    assertThat(line().get("warnings").getAsString())
        .contains("setting AWS_SECRET_ACCESS_KEY is not set");
  }

  @Test
  void anEventNeedsAnExtension() {
    assertThatIllegalArgumentException().isThrownBy(() -> new CallEvent("outgoing_call", " ", ""));
  }

  private void answer(ResponseDefinitionBuilder answer) {
    SNS.stubFor(any(anyUrl()).willReturn(answer));
  }

  private void publish() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-21T03:11:06.123456Z"), ZoneOffset.UTC);
    Environment environment = name -> Optional.ofNullable(variables.get(name));
    SnsCallEvents.open(new Edge(environment, new Settings(environment), clock, log))
        .publish(BUSY, "prod");
  }

  private Parameters onlyRequest() {
    var requests = SNS.findAll(postRequestedFor(anyUrl()));
    assertThat(requests).hasSize(1);
    return Parameters.ofForm(requests.get(0).getBodyAsString());
  }

  private static String message(String name) {
    JsonObject message = new JsonObject();
    message.addProperty(
        "default",
        "{\"timestamp\":\"2026-11-21T03:11:06.123456Z\",\"hostname\":\"dialtone-prod\","
            + "\"event\":{\"Event\":\"UserEvent\",\"endpoint\":\"alice\",\"Channel\":\"alice\","
            + "\"UserEvent\":\""
            + name
            + "\"}}");
    return message.toString();
  }

  private JsonObject line() {
    if (logged.size() == 0) {
      log.write(new JsonObject());
    }
    return JsonParser.parseString(logged.toString(StandardCharsets.UTF_8)).getAsJsonObject();
  }
}
