package dialtone.telephone.web;

import static dialtone.telephone.web.Telephone.json;
import static dialtone.telephone.web.Telephone.start;
import static dialtone.telephone.web.Telephone.stop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallsResourceTest {
  private final Telephone telephone = new Telephone();

  @BeforeEach
  void someCalls() {
    telephone.post(
        "/registry",
        "["
            + String.join(
                ",",
                start("a1", "2026-08-31T23:59:00Z", "alice", "bob"),
                stop("a1", "2026-09-01T00:01:00Z"),
                start("a2", "2026-10-03T10:00:00Z", "alice", "5035551212"),
                stop("a2", "2026-10-03T10:01:00Z"),
                start("b1", "2026-10-04T10:00:00Z", "bob", "5035551212"),
                stop("b1", "2026-10-04T10:01:00Z"),
                start("b2", "2026-10-05T10:00:00Z", "bob", "alice"),
                stop("x1", "2026-10-06T10:00:00Z"))
            + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | x1 b2 b1 a2 a1",
        "?source=alice | a2 a1",
        "?source=carol | ''",
        "?destination=5035551212 | b1 a2",
        "?source=bob&destination=5035551212 | b1",
        "?state=open | x1 b2",
        "?state=closed | b1 a2 a1",
        "?source=bob&state=open | b2",
        "?destination=5035551212&state=open | ''",
        "?from=2026-10-04 | x1 b2 b1",
        "?from=2026-10-04T10:00:00Z&to=2026-10-05T10:00:00Z | b1",
        "?to=2026-09-01 | a1",
        "?from=2026-10-03T03:00:00-07:00&to=2026-10-03T12:00:01%2B02:00 | a2",
        "?source=alice&from=2026-09-01 | a2",
      })
  void callsAreFilteredAndListedNewestFirst(String query, String expected) {
    assertThat(String.join(" ", ids(json(telephone.get("/calls" + query))))).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "&source=alice", "&destination=5035551212", "&state=open"})
  void pagesByCursorHoldEveryCallOnce(String filter) {
    List<String> paged = new ArrayList<>();
    String cursor = "";
    do {
      JsonObject page = json(telephone.get("/calls?limit=1" + filter + cursor));
      paged.addAll(ids(page));
      assertThat(ids(page)).hasSizeLessThanOrEqualTo(1);
      JsonElement next = page.get("next");
      cursor = next.isJsonNull() ? "" : "&cursor=" + next.getAsString();
    } while (!cursor.isEmpty());

    assertThat(paged)
        .containsExactlyElementsOf(ids(json(telephone.get("/calls?limit=500" + filter))));
  }

  @ParameterizedTest
  @CsvSource({
    "?source=Alice, source",
    "?destination=1, destination",
    "?state=ringing, state",
    "?from=yesterday, from",
    "?to=2026-10-04T10:00:00, to",
    "?limit=0, limit",
    "?limit=501, limit",
    "?limit=many, limit",
    "?cursor=***, cursor",
    "?cursor=eA, cursor",
    "?cursor=T1BFTiMxOTk5LTAxCgoK, cursor",
    "?cursor=Q0xPU0VEIzIwMjYtMTAKMQoyCjM, cursor",
  })
  void aParameterThatCannotBeIsNamed(String query, String field) {
    Answer answer = telephone.get("/calls" + query);

    assertThat(answer.status()).as(answer.body()).isEqualTo(400);
    assertThat(json(answer).getAsJsonArray("errors").toString())
        .contains("\"field\":\"" + field + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/calls/nobody", "/calls/a%20b"})
  void anUnknownCallIsNotFound(String path) {
    assertThat(telephone.get(path).status()).isEqualTo(404);
  }

  @Test
  void recordsAreListedWithTheirCalls() {
    JsonObject page = json(telephone.get("/registry"));

    assertThat(page.getAsJsonArray("records"))
        .extracting(each -> each.getAsJsonObject().get("id").getAsString())
        .containsExactly(
            "x1-stop",
            "b2-start",
            "b1-start",
            "b1-stop",
            "a2-start",
            "a2-stop",
            "a1-start",
            "a1-stop");
    assertThat(json(telephone.get("/registry/a1-stop")).get("timestamp").getAsString())
        .isEqualTo("2026-09-01T00:01:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/registry/a1",
        "/registry/a1-begin",
        "/registry/x1-start",
        "/registry/a1-stop-0123456789abcdef"
      })
  void anUnknownRecordIsNotFound(String path) {
    assertThat(telephone.get(path).status()).isEqualTo(404);
  }

  private static List<String> ids(JsonObject page) {
    List<String> ids = new ArrayList<>();
    page.getAsJsonArray("calls")
        .forEach(call -> ids.add(call.getAsJsonObject().get("call_id").getAsString()));
    return ids;
  }
}
