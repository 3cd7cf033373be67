package dialtone.tools.history;

import dialtone.core.aws.AwsClients;
import dialtone.core.host.Environment;
import dialtone.tools.command.Terminal;
import java.time.Duration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sns.SnsClient;

/** Publishes changes to the topic {@code AWS_TOPIC_ARN}, if it is set. */
public record SnsAnnouncement(Environment environment, Terminal terminal) implements Announcement {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** A change that was made is not undone because nobody could be told: it is said and goes on. */
  @Override
  public void publish(String json) {
    environment.get("AWS_TOPIC_ARN").ifPresent(topic -> publish(topic, json));
  }

  private void publish(String topic, String json) {
    try (SnsClient sns = AwsClients.build(SnsClient.builder(), "SNS", PATIENCE, environment)) {
      sns.publish(request -> request.topicArn(topic).subject("Dialtone change").message(json));
    } catch (SdkException | IllegalArgumentException e) {
      terminal.say(
          "warning: the change is in .dialtone/history.jsonl, but was not published to "
              + topic
              + " (AWS_TOPIC_ARN): "
              + e.getMessage());
    }
  }
}
