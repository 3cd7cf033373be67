package dialtone.telephone.web;

import static dialtone.telephone.web.Telephone.json;
import static dialtone.telephone.web.Telephone.start;
import static dialtone.telephone.web.Telephone.stop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BillsResourceTest {
  private final Telephone telephone = new Telephone();

  @Test
  void aBillListsTheCallsOfAMonthAndTheirTotal() {
    call("c1", "2026-10-03T21:57:13-07:00", "2026-10-03T22:10:56-07:00");
    call("c2", "2026-10-02T10:00:00-07:00", "2026-10-02T10:35:42-07:00");

    assertThat(telephone.get("/bills/alice/10/2026").body())
        .isEqualTo(
            """
            {"subscriber":"alice","period":"2026-10","total":"4.05","currency":"USD","calls":[\
            {"destination":"5035551212","call_start_date":"2026-10-02",\
            "call_start_time":"10:00:00","call_duration":"0h35m42s","call_price":"3.51"},\
            {"destination":"5035551212","call_start_date":"2026-10-03",\
            "call_start_time":"21:57:13","call_duration":"0h13m43s","call_price":"0.54"}],\
            "next":null}""");
  }

  @Test
  void whoHasNotCalledHasABillOfNothing() {
    JsonObject bill = json(telephone.get("/bills/5035550199/Oct/2026"));

    assertThat(bill.get("total").getAsString()).isEqualTo("0.00");
    assertThat(bill.getAsJsonArray("calls")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    // In Los Angeles it is 30 November until 08:00 UTC.
    "2026-12-01T07:59:59Z, /bills/alice, 2026-10",
    "2026-12-01T08:00:00Z, /bills/alice, 2026-11",
    "2027-01-01T07:59:59Z, /bills/alice, 2026-11",
    "2027-01-01T08:00:00Z, /bills/alice, 2026-12",
    "2026-11-21T12:00:00Z, /bills/alice/Oct, 2026-10",
    "2026-11-21T12:00:00Z, /bills/alice/oct, 2026-10",
    "2026-11-21T12:00:00Z, /bills/alice/10, 2026-10",
    "2026-11-21T12:00:00Z, /bills/alice/Jan, 2026-01",
    "2026-11-21T12:00:00Z, /bills/alice/1, 2026-01",
    "2026-11-21T12:00:00Z, /bills/alice/Dec, 2025-12",
    "2026-11-21T12:00:00Z, /bills/alice/12, 2025-12",
    "2026-11-21T12:00:00Z, /bills/alice/Feb/2024, 2024-02",
    "2026-11-21T12:00:00Z, /bills/alice/11/2025, 2025-11",
  })
  void aMonthThatIsOverIsBilled(String now, String path, String period) {
    telephone.clock.set(now);

    assertThat(json(telephone.get(path)).get("period").getAsString()).isEqualTo(period);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:00:00Z, /bills/alice/Nov",
    "2026-11-21T12:00:00Z, /bills/alice/11",
    "2026-11-21T12:00:00Z, /bills/alice/Nov/2026",
    "2026-11-21T12:00:00Z, /bills/alice/12/2026",
    "2026-11-21T12:00:00Z, /bills/alice/1/2027",
    "2026-12-01T07:59:59Z, /bills/alice/11/2026",
  })
  void theCurrentOrAComingMonthIsAClear404(String now, String path) {
    telephone.clock.set(now);
    Answer answer = telephone.get(path);

    assertThat(answer.status()).isEqualTo(404);
    assertThat(json(answer).get("detail").getAsString())
        .contains("is not over: only months that are over are billed");
  }

  @ParameterizedTest
  @CsvSource({
    "/bills/alice/13, month",
    "/bills/alice/0, month",
    "/bills/alice/October, month",
    "/bills/alice/Oct/26, year",
    "/bills/Alice, subscriber",
    "/bills/12, subscriber",
    "/bills/alice?page=x, page",
  })
  void whatIsNoMonthOrSubscriberIsNamed(String path, String field) {
    JsonObject problem = json(telephone.get(path));

    assertThat(problem.get("status").getAsInt()).isEqualTo(400);
    assertThat(problem.getAsJsonArray("errors").toString()).contains("\"" + field + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    // Los Angeles: the year ends at 08:00 UTC, in summer a month does at 07:00.
    "2026-01-01T07:58:00Z, 2026-01-01T07:59:59Z, 2025-12",
    "2026-01-01T07:58:00Z, 2026-01-01T08:00:00Z, 2026-01",
    "2024-03-01T07:58:00Z, 2024-03-01T07:59:59Z, 2024-02",
    "2025-03-01T07:58:00Z, 2025-03-01T08:00:00Z, 2025-03",
    "2026-07-01T06:58:00Z, 2026-07-01T06:59:59Z, 2026-06",
    "2026-07-01T06:58:00Z, 2026-07-01T07:00:00Z, 2026-07",
    "2025-11-01T06:58:00Z, 2025-11-01T06:59:59Z, 2025-10",
    "2025-11-02T06:58:00Z, 2025-12-01T07:59:59Z, 2025-11",
  })
  void aCallIsOnTheBillOfTheMonthInWhichItEnded(String start, String stop, String period) {
    call("c1", start, stop);
    String path = "/bills/alice/" + period.substring(5) + "/" + period.substring(0, 4);

    assertThat(json(telephone.get(path)).getAsJsonArray("calls")).hasSize(1);
  }

  @Test
  void anOpenCallIsOnNoBill() {
    telephone.post("/registry", start("c1", "2026-10-03T10:00:00-07:00", "alice", "5035551212"));

    assertThat(json(telephone.get("/bills/alice/10/2026")).getAsJsonArray("calls")).isEmpty();
  }

  @Test
  void theCallPaysNotTheCalled() {
    call("c1", "2026-10-03T10:00:00-07:00", "2026-10-03T10:01:00-07:00");

    assertThat(json(telephone.get("/bills/5035551212/10/2026")).getAsJsonArray("calls")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/bills/alice/10/2026.csv | */* | text/csv",
        "/bills/alice/10/2026 | text/csv | text/csv",
        "/bills/alice/Oct.html | */* | text/html",
        "/bills/alice.csv | application/json | text/csv",
        "/bills/alice | text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | text/html",
        "/bills/alice | application/json | application/json",
        "/bills/alice | text/csv;q=0.5, application/json;q=0.4 | text/csv",
        "/bills/alice | text/*, application/json;q=0.9 | text/csv",
        "/bills/alice | */*, application/json;q=0 | text/csv",
        "/bills/alice | */* | application/json",
      })
  void theFormIsChosenByPathOrAccept(String path, String accept, String type) {
    assertThat(telephone.get(path, Map.of("accept", accept)).contentType()).startsWith(type);
  }

  @Test
  void aFormThatThereIsNotIsNotAcceptable() {
    assertThat(telephone.get("/bills/alice", Map.of("accept", "image/png")).status())
        .isEqualTo(406);
  }

  @Test
  void asCsvEachCallIsARow() {
    call("c1", "2026-10-03T21:57:13-07:00", "2026-10-03T22:10:56-07:00");

    assertThat(telephone.get("/bills/alice/10/2026.csv").body())
        .isEqualTo(
            """
            destination,call_start_date,call_start_time,call_duration,call_price,currency\r
            5035551212,2026-10-03,21:57:13,0h13m43s,0.54,USD\r
            """);
  }

  @Test
  void asAPageItHasTheCallsAndTheTotal() {
    call("c1", "2026-10-03T21:57:13-07:00", "2026-10-03T22:10:56-07:00");

    assertThat(telephone.get("/bills/alice/10/2026.html").body())
        .contains("<h1>Telephone bill of alice for 2026-10</h1>")
        .contains(
            "<td>5035551212</td><td>2026-10-03</td><td>21:57:13</td><td>0h13m43s</td>"
                + "<td>0.54 USD</td>")
        .contains("Total of 1 call</th><td>0.54 USD</td>");
  }

  private void call(String callId, String start, String stop) {
    telephone.post(
        "/registry",
        "[" + stop(callId, stop) + "," + start(callId, start, "alice", "5035551212") + "]");
  }
}
