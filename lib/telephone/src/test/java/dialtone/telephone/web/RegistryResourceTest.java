package dialtone.telephone.web;

import static dialtone.telephone.web.Telephone.json;
import static dialtone.telephone.web.Telephone.start;
import static dialtone.telephone.web.Telephone.stop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistryResourceTest {
  private static final String START =
      start("c1", "2026-10-03T21:57:13-07:00", "alice", "5035551212");
  private static final String STOP = stop("c1", "2026-10-03T22:10:56-07:00");

  private final Telephone telephone = new Telephone();

  @Test
  void aStartAndAStopMakeACallWithItsPrice() {
    Answer first = telephone.post("/registry", START);
    Answer second = telephone.post("/registry", STOP);

    assertThat(first.status()).isEqualTo(201);
    assertThat(json(first).get("status").getAsString()).isEqualTo("done");
    assertThat(json(first).getAsJsonObject("result").get("reason").getAsString())
        .isEqualTo("its stop has not come");
    assertThat(second.status()).isEqualTo(201);
    JsonObject call = json(telephone.get("/calls/c1"));
    assertThat(call.toString())
        .isEqualTo(
            """
            {"url":"%s/calls/c1","call_id":"c1","state":"closed",\
            "start_timestamp":"2026-10-04T04:57:13Z","stop_timestamp":"2026-10-04T05:10:56Z",\
            "source":"alice","destination":"5035551212","duration":823,"price":"0.54",\
            "currency":"USD","tariff":"standard-2016","reason":null}"""
                .formatted(Telephone.BASE));
  }

  @Test
  void theReceiptNamesWhatWasPosted() {
    Answer answer = telephone.post("/registry", START);

    JsonObject task = json(answer);
    assertThat(task.getAsJsonObject("data").get("source").getAsString()).isEqualTo("alice");
    assertThat(answer.headers()).containsEntry("Location", task.get("url").getAsString());
    JsonObject again = json(telephone.get("/task/" + task.get("job_id").getAsString()));
    assertThat(again).isEqualTo(task);
  }

  @Test
  void endIsAnotherWordForStop() {
    telephone.post("/registry", START);
    telephone.post("/registry", STOP.replace("\"stop\"", "\"end\""));

    assertThat(json(telephone.get("/calls/c1")).get("state").getAsString()).isEqualTo("closed");
  }

  @Test
  void theSameRecordAgainGetsTheFirstResult() {
    Answer first = telephone.post("/registry", START);
    Answer again = telephone.post("/registry", START);

    assertThat(again.status()).isEqualTo(200);
    assertThat(json(again)).isEqualTo(json(first));
  }

  @Test
  void theSameMomentInAnotherZoneIsTheSameRecord() {
    telephone.post("/registry", START);
    Answer again =
        telephone.post("/registry", start("c1", "2026-10-04T04:57:13Z", "alice", "5035551212"));

    assertThat(again.status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-03T21:57:14-07:00, alice, 5035551212",
    "2026-10-03T21:57:13-07:00, bob, 5035551212",
    "2026-10-03T21:57:13-07:00, alice, 5035551213",
  })
  void aContradictingRecordIsRefusedAndKept(String timestamp, String source, String destination) {
    telephone.post("/registry", START);
    telephone.post("/registry", STOP);
    Answer answer = telephone.post("/registry", start("c1", timestamp, source, destination));

    assertThat(answer.status()).isEqualTo(409);
    JsonObject problem = json(answer);
    assertThat(field(problem)).isEqualTo("call_id");
    assertThat(json(telephone.get("/calls/c1")).get("source").getAsString()).isEqualTo("alice");
    JsonArray records = json(telephone.get("/registry?call_id=c1")).getAsJsonArray("records");
    assertThat(records).hasSize(3);
    JsonObject kept = records.get(2).getAsJsonObject();
    assertThat(kept.get("status").getAsString()).isEqualTo("contradicts");
    assertThat(kept.get("source").getAsString()).isEqualTo(source);
    assertThat(json(telephone.get("/registry/" + kept.get("id").getAsString()))).isEqualTo(kept);
    assertThat(json(telephone.get("/registry?status=contradicts")).getAsJsonArray("records"))
        .containsExactly(kept);
  }

  @Test
  void aContradictingStopDoesNotChangeThePrice() {
    telephone.post("/registry", "[" + START + "," + STOP + "]");
    Answer answer = telephone.post("/registry", stop("c1", "2026-10-03T23:10:56-07:00"));

    assertThat(answer.status()).isEqualTo(409);
    assertThat(json(telephone.get("/calls/c1")).get("price").getAsString()).isEqualTo("0.54");
  }

  @Test
  void aContradictingRecordIsKeptOnceHoweverOftenItComes() {
    telephone.post("/registry", STOP);
    String other = stop("c1", "2026-10-03T23:10:56-07:00");
    telephone.post("/registry", other);
    telephone.post("/registry", other);
    telephone.post("/registry", "[" + other + "," + other + "]");

    assertThat(json(telephone.get("/registry?call_id=c1")).getAsJsonArray("records")).hasSize(2);
  }

  @Test
  void aStopWithoutAStartIsKeptOpenWithItsReason() {
    telephone.post("/registry", STOP);

    JsonObject call = json(telephone.get("/calls/c1"));
    assertThat(call.get("state").getAsString()).isEqualTo("open");
    assertThat(call.get("reason").getAsString()).isEqualTo("its start has not come");
    assertThat(call.get("price").isJsonNull()).isTrue();
  }

  @Test
  void aStopBeforeItsStartIsKeptOpenWithItsReason() {
    telephone.post("/registry", START);
    Answer answer = telephone.post("/registry", stop("c1", "2026-10-03T21:57:12-07:00"));

    assertThat(answer.status()).isEqualTo(201);
    JsonObject call = json(telephone.get("/calls/c1"));
    assertThat(call.get("reason").getAsString()).isEqualTo("its stop is before its start");
    assertThat(call.get("duration").isJsonNull()).isTrue();
  }

  @Test
  void hoursApartAndInTheWrongOrderTheyMakeTheSameCall() {
    telephone.post("/registry", STOP);
    telephone.clock.set("2026-11-21T23:00:00Z");
    telephone.post("/registry", START);

    assertThat(json(telephone.get("/calls/c1")).get("price").getAsString()).isEqualTo("0.54");
  }

  @Test
  void aCallBeforeTheFirstTariffIsKeptOpen() {
    telephone.post(
        "/registry",
        "["
            + start("c1", "2015-12-31T23:59:59-08:00", "alice", "101")
            + ","
            + stop("c1", "2016-01-01T00:10:00-08:00")
            + "]");

    assertThat(json(telephone.get("/calls/c1")).get("reason").getAsString())
        .isEqualTo("no tariff was in force when it started");
  }

  @Test
  void anArrayGetsAResultForEachRecord() {
    Answer answer = telephone.post("/registry", "[" + STOP + "," + START + "," + START + "]");

    assertThat(answer.status()).isEqualTo(201);
    JsonArray results = json(answer).getAsJsonArray("result");
    assertThat(results)
        .extracting(each -> each.getAsJsonObject().get("outcome").getAsString())
        .containsExactly("recorded", "recorded", "repeated");
    assertThat(results)
        .extracting(each -> each.getAsJsonObject().get("state").getAsString())
        .containsExactly("closed", "closed", "closed");
    assertThat(telephone.post("/registry", "[" + START + "," + STOP + "]").status()).isEqualTo(200);
  }

  @Test
  void anArrayWithNothingNewAndAContradictionIsRefused() {
    telephone.post("/registry", START);
    Answer answer =
        telephone.post("/registry", "[" + START + "," + START.replace("alice", "bob") + "]");

    assertThat(answer.status()).isEqualTo(409);
  }

  @Test
  void fiveHundredRecordsAreTakenAtOnce() {
    String body =
        IntStream.range(0, 250)
            .mapToObj(
                i ->
                    start("c" + i, "2026-10-03T10:00:00-07:00", "alice", "5035551212")
                        + ","
                        + stop("c" + i, "2026-10-03T10:01:00-07:00"))
            .collect(Collectors.joining(",", "[", "]"));

    assertThat(telephone.post("/registry", body).status()).isEqualTo(201);
    assertThat(json(telephone.get("/bills/alice/10/2026")).get("total").getAsString())
        .isEqualTo("112.50");
    assertThat(telephone.post("/registry", body).status()).isEqualTo(200);
  }

  @Test
  void moreThanFiveHundredAreTooMany() {
    String body =
        IntStream.range(0, 501).mapToObj(i -> STOP).collect(Collectors.joining(",", "[", "]"));

    assertThat(telephone.post("/registry", body).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "timestamp | \"2026-10-03T21:57:13\" | timestamp",
        "timestamp | \"0000-01-01T00:00:00Z\" | timestamp",
        "timestamp | \"1999-12-31T23:59:59Z\" | timestamp",
        "timestamp | \"2026-11-22T12:00:02Z\" | timestamp",
        "timestamp | \"2026-02-29T12:00:00Z\" | timestamp",
        "timestamp | 1790000000 | timestamp",
        "timestamp | null | timestamp",
        "type | \"begin\" | type",
        "call_id | \"\" | call_id",
        "call_id | \"a b\" | call_id",
        "call_id | 1e3 | call_id",
        "source | \"12\" | source",
        "source | \"1234567890123456\" | source",
        "source | \"+15035550101\" | source",
        "source | \"Alice\" | source",
        "source | [\"alice\"] | source",
        "destination | true | destination",
        "destination | \"no body\" | destination",
      })
  void aFieldThatCannotBeIsNamed(String name, String value, String field) {
    String record =
        START.replaceFirst("\"" + name + "\": \"[^\"]*\"", "\"" + name + "\": " + value);
    Answer answer = telephone.post("/registry", "[" + STOP + "," + record + "]");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(field(json(answer))).isEqualTo("/1/" + field);
    assertThat(telephone.get("/calls/c1").status()).as("nothing is stored").isEqualTo(404);
  }

  @Test
  void aNumberWrittenInDigitsIsTakenAsItsDigits() {
    telephone.post("/registry", START.replace("\"5035551212\"", "5035551212"));

    assertThat(json(telephone.get("/calls/c1")).get("destination").getAsString())
        .isEqualTo("5035551212");
  }

  @Test
  void aStopThatTellsASourceIsRefused() {
    Answer answer = telephone.post("/registry", STOP.replace("}", ", \"source\": \"alice\"}"));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(field(json(answer))).isEqualTo("/source");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "{", "[]", "[1]", "\"start\"", "{\"type\": \"stop\"} x", "{\"a\":1,\"a\":2}"})
  void whatIsNoRegistryIsRefused(String body) {
    assertThat(telephone.post("/registry", body).status()).isIn(400, 422);
  }

  @Test
  void aMillionBracketsAreRefused() {
    assertThat(telephone.post("/registry", "[".repeat(1_000_000)).status()).isEqualTo(400);
  }

  @Test
  void otherMethodsAreNotAllowed() {
    Answer answer = telephone.call("DELETE", "/registry", "", Map.of());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers()).containsEntry("Allow", "GET, HEAD, POST");
  }

  @Test
  void theLogNamesNoNumber() {
    telephone.post("/registry", START);

    assertThat(telephone.log()).doesNotContain("5035551212").doesNotContain("alice");
    assertThat(telephone.logLine().get("outcome").getAsInt()).isEqualTo(201);
  }

  private static String field(JsonObject problem) {
    return problem.getAsJsonArray("errors").get(0).getAsJsonObject().get("field").getAsString();
  }
}
