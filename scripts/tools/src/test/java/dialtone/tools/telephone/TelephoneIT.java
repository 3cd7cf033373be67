package dialtone.tools.telephone;

import static dialtone.tools.telephone.TelephoneServer.ZONE;
import static dialtone.tools.telephone.TelephoneServer.json;
import static dialtone.tools.telephone.TelephoneServer.lastMonth;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dialtone.testkit.TwilioRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** Records in and bills out, over HTTP and through the dialplans. */
@TestInstance(Lifecycle.PER_CLASS)
class TelephoneIT {
  private TelephoneServer server;

  @BeforeAll
  void start() throws Exception {
    server = TelephoneServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @Test
  void aRecordGoesInAndABillComesOut() throws Exception {
    String month = lastMonth().toString();
    HttpResponse<String> posted =
        server.post(
            "registry",
            """
            [{"type": "start", "timestamp": "%s-03T21:57:13-08:00", "call_id": "e1",
              "source": "bob", "destination": "5035551212"},
             {"type": "stop", "timestamp": "%s-03T22:10:56-08:00", "call_id": "e1"}]"""
                .formatted(month, month));

    assertThat(posted.statusCode()).as(posted.body()).isEqualTo(201);
    assertThat(posted.headers().firstValue("Location")).isPresent();
    JsonObject bill = json(server.get("bills/bob"));
    assertThat(bill.get("period").getAsString()).isEqualTo(month);
    assertThat(bill.getAsJsonArray("calls")).hasSize(1);
    assertThat(server.get("bills/bob.csv").headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
  }

  @Test
  void aProblemIsAProblemDocument() throws Exception {
    HttpResponse<String> answer = server.post("registry", "{\"type\": \"start\"}");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }

  @Test
  void aCallThatDialStatusHearsOfIsOnTheExtensionsBill() throws Exception {
    ZonedDateTime ended = lastMonth().atDay(10).atTime(12, 0).atZone(ZONE);
    TwilioRequest callback =
        TwilioRequest.fromSip("alice", "5035551212")
            .with("DialCallStatus", "completed")
            .with("DialCallDuration", "125")
            .with("Timestamp", DateTimeFormatter.RFC_1123_DATE_TIME.format(ended));

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              HttpResponse<String> twiml = server.form("dialplans/dial_status", callback.body());
              assertThat(twiml.body()).contains("<Hangup/>");
              assertThat(server.get("bills/alice").body())
                  .contains("\"call_duration\":\"0h02m05s\",\"call_price\":\"0.54\"");
            });
  }

  @Test
  void aCallThatOnlyTheStatusCallbackTellsOfIsOnTheExtensionsBill() throws Exception {
    ZonedDateTime ended = lastMonth().atDay(10).atTime(12, 0).atZone(ZONE);
    String callback =
        TwilioRequest.fromSip("lobby", "5035551212")
            .with("CallDuration", "61")
            .with("Timestamp", DateTimeFormatter.RFC_1123_DATE_TIME.format(ended))
            .body()
            .replace("CallStatus=ringing", "CallStatus=completed")
            .replace("CA0123", "CA9876");

    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(server.form("telephone/call_status", callback).body())
                  .contains("<Response/>");
              assertThat(server.get("bills/lobby").body()).contains("\"call_price\":\"0.45\"");
            });
  }
}
