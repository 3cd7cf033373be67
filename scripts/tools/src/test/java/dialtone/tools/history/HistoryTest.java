package dialtone.tools.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.tools.aws.StandInAws;
import dialtone.tools.command.Terminal;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Workplace;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  private static final Event EVENT =
      new Event("promote", "prod", Map.of("a", "1"), Map.of("a", "2"), Map.of("instance", "v2"));

  private final StandInAws aws = new StandInAws();
  private final StringWriter said = new StringWriter();
  @TempDir private Path root;

  @AfterEach
  void stop() {
    aws.close();
  }

  @Test
  void aChangeIsOneJsonLineWithWhoWhenFromToAndCommit() throws Exception {
    List<String> announced = new ArrayList<>();
    History history =
        new History(
            root,
            new Author("ann@example.com", "abc1234"),
            announced::add,
            Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC));

    history.add(EVENT);
    history.add(EVENT);

    List<String> lines = Files.readAllLines(root.resolve(".dialtone/history.jsonl"));
    assertThat(lines).hasSize(2).isEqualTo(announced);
    assertThat(JsonParser.parseString(lines.get(0)))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"at": "2026-11-21T08:00:00Z", "who": "ann@example.com", "commit": "abc1234",
                 "action": "promote", "what": "prod", "from": {"a": "1"}, "to": {"a": "2"},
                 "instance": "v2"}
                """));
  }

  @Test
  void onlyLinesOfTheLastWhileAreRecent() {
    History yesterday = at("2026-11-20T08:00:00Z");
    yesterday.add(EVENT);
    History today = at("2026-11-21T08:00:00Z");
    today.add(new Event("rollback", "prod", Map.of(), Map.of(), Map.of()));

    assertThat(today.since(Duration.ofHours(1)))
        .extracting((JsonObject event) -> event.get("action").getAsString())
        .containsExactly("rollback");
  }

  @Test
  void aBrokenLineIsNamed() throws Exception {
    Files.createDirectories(root.resolve(".dialtone"));
    Files.writeString(root.resolve(".dialtone/history.jsonl"), "half a li");

    assertThatThrownBy(() -> at("2026-11-21T08:00:00Z").since(Duration.ofHours(1)))
        .isInstanceOf(UserMistake.class)
        .hasMessageContaining("half a li");
  }

  @Test
  void withATopicEveryChangeIsPublishedToIt() throws Exception {
    History.of(workplace()).add(EVENT);

    assertThat(aws.published)
        .containsExactly(Files.readString(root.resolve(".dialtone/history.jsonl")).strip());
    assertThat(said.toString()).isEmpty();
  }

  @Test
  void aChangeThatCannotBePublishedIsWrittenDownAllTheSameAndThatIsSaid() throws Exception {
    aws.closeDoor();

    History.of(workplace()).add(EVENT);

    assertThat(Files.readString(root.resolve(".dialtone/history.jsonl"))).contains("promote");
    assertThat(said.toString()).contains("was not published").contains("AWS_TOPIC_ARN");
  }

  private History at(String instant) {
    return new History(
        root,
        new Author("a", "b"),
        json -> {},
        Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
  }

  private Workplace workplace() {
    return new Workplace(
        root,
        new HashMap<>(
            Map.of(
                "AWS_REGION", "us-west-2",
                "AWS_ACCESS_KEY_ID", "x",
                "AWS_SECRET_ACCESS_KEY", "y",
                "AWS_TOPIC_ARN", "arn:aws:sns:us-west-2:123456789012:dialtone",
                "AWS_ENDPOINT_URL_SNS", aws.url())),
        new Terminal(new PrintWriter(said, true), new BufferedReader(new StringReader(""))),
        Duration.ofMillis(1));
  }
}
