package dialtone.core.events;

import com.google.gson.JsonObject;
import dialtone.core.aws.AwsClients;
import dialtone.core.aws.BoundedCall;
import dialtone.core.aws.ServiceException;
import dialtone.core.host.Edge;
import dialtone.core.log.Log;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishBatchRequest;
import software.amazon.awssdk.services.sns.model.PublishBatchRequestEntry;
import software.amazon.awssdk.services.sns.model.PublishBatchResponse;

/** Publishes call events to an SNS topic, all events of a callback in one request. */
public final class SnsCallEvents implements CallEvents {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final String DEFAULT_HOSTNAME = "dialtone";

  /** Consumers parse six digits of a second. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Clock clock;
  private final Log log;
  private final String topic;
  private final String hostname;
  private final BoundedCall<SnsClient> client;

  /**
   * Publishes to the topic {@code AWS_TOPIC_ARN}; to nobody, and says so in the log, if it is not
   * set. Its client is built in the background, from now on: that takes longer than publishing may.
   */
  public static CallEvents open(Edge edge) {
    Optional<String> topic = edge.environment().get("AWS_TOPIC_ARN");
    return topic.isPresent()
        ? new SnsCallEvents(topic.get(), edge)
        : (events, instance) ->
            edge.log().note("call events are not published: setting AWS_TOPIC_ARN is not set");
  }

  private SnsCallEvents(String topic, Edge edge) {
    this.clock = edge.clock();
    this.log = edge.log();
    this.topic = topic;
    this.hostname = edge.environment().get("METRICS_HOSTNAME").orElse(DEFAULT_HOSTNAME);
    this.client =
        BoundedCall.start(
            "sns-client",
            () -> AwsClients.build(SnsClient.builder(), "SNS", PATIENCE, edge.environment()));
  }

  @Override
  public void publish(List<CallEvent> events, String instance) {
    BoundedCall<PublishBatchResponse> publishing =
        BoundedCall.start(
            "sns-publish", () -> client.get(PATIENCE).publishBatch(request(events, instance)));
    try {
      publishing
          .get(PATIENCE)
          .failed()
          .forEach(entry -> log.warn("SNS refused a call event: " + entry.code()));
    } catch (ServiceException e) {
      log.warn("call events are not published: SNS: " + e.getMessage());
    }
  }

  private PublishBatchRequest request(List<CallEvent> events, String instance) {
    List<PublishBatchRequestEntry> entries = new ArrayList<>();
    for (CallEvent event : events) {
      entries.add(
          PublishBatchRequestEntry.builder()
              .id(String.valueOf(entries.size()))
              .messageStructure("json")
              .message(message(event, instance))
              .messageAttributes(
                  Map.of(
                      "event_id",
                      MessageAttributeValue.builder()
                          .dataType("String")
                          .stringValue(event.id())
                          .build()))
              .build());
    }
    return PublishBatchRequest.builder()
        .topicArn(topic)
        .publishBatchRequestEntries(entries)
        .build();
  }

  private String message(CallEvent event, String instance) {
    JsonObject userEvent = new JsonObject();
    userEvent.addProperty("Event", "UserEvent");
    userEvent.addProperty("endpoint", event.extension());
    userEvent.addProperty("Channel", event.extension());
    userEvent.addProperty("UserEvent", event.name());
    JsonObject json = new JsonObject();
    json.addProperty("timestamp", TIMESTAMP.format(clock.instant()));
    json.addProperty("hostname", hostname + "-" + instance);
    json.add("event", userEvent);
    JsonObject message = new JsonObject();
    message.addProperty("default", json.toString());
    return message.toString();
  }
}
