package dialtone.telephone.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dialtone.core.directory.BundledDirectory;
import dialtone.core.directory.ExtensionDirectory;
import dialtone.core.web.WebRequest;
import dialtone.testkit.TwilioRequest;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FinishedCallTest {
  private static final Instant NOW = Instant.parse("2026-10-03T12:00:00.789Z");
  private static final TwilioRequest ENDED =
      TwilioRequest.fromSip("alice", "5035551212").with("DialCallDuration", "823");

  private final ExtensionDirectory directory = new BundledDirectory().directory();

  @Test
  void aCallEndedWhenTheCallbackCameAndStartedThatLongBefore() {
    FinishedCall call = read(ENDED).orElseThrow();

    assertThat(call.start().callId()).isEqualTo(TwilioRequest.CALL_SID);
    assertThat(call.start().timestamp()).isEqualTo("2026-10-03T11:46:17Z");
    assertThat(call.stop().timestamp()).isEqualTo("2026-10-03T12:00:00Z");
    assertThat(call.start().source()).isEqualTo("alice");
    assertThat(call.start().destination()).isEqualTo("5035551212");
  }

  @Test
  void aTimestampSaysBetterWhenItEnded() {
    FinishedCall call =
        read(ENDED.with("Timestamp", "Sat, 03 Oct 2026 11:00:00 +0000")).orElseThrow();

    assertThat(call.stop().timestamp()).isEqualTo("2026-10-03T11:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"yesterday", "", "2026-10-03T11:00:00Z"})
  void aTimestampThatIsNoneIsPassedOver(String timestamp) {
    assertThat(read(ENDED.with("Timestamp", timestamp)).orElseThrow().stop().timestamp())
        .isEqualTo("2026-10-03T12:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "-1", "1.5", "86401", "99999999999", "long"})
  void aCallThatTookNoTimeTookNoPlace(String duration) {
    assertThat(
            read(TwilioRequest.fromSip("alice", "5035551212").with("DialCallDuration", duration)))
        .isEmpty();
  }

  @Test
  void aCallbackWithoutACallIsAboutNone() {
    assertThat(FinishedCall.of(WebRequest.of(new JsonObject()), "DialCallDuration", directory, NOW))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "sip:alice@example.sip.twilio.com, alice",
    "sip:carol@example.sip.twilio.com, carol",
    "sip:102@example.sip.twilio.com, bob",
    "sip:5035551212@example.sip.twilio.com, 5035551212",
    "sip:%2B15035551212@example.sip.twilio.com, 15035551212",
    "'sip:(503) 555-1212@example.sip.twilio.com', 5035551212",
    "sip:911@example.sip.twilio.com, 911",
    "sip:0@example.sip.twilio.com, operator",
    "sip:%23@example.sip.twilio.com, menu",
    "+15035550199, 15035550199",
    "+15035550102, bob",
    "anonymous, anonymous",
    "Restricted, restricted",
    "'', unknown",
    "'<script>', unknown",
    "12345678901234567890, unknown",
  })
  void anAddressIsASubscriber(String address, String subscriber) {
    assertThat(FinishedCall.subscriber(address, directory)).isEqualTo(subscriber);
  }

  private Optional<FinishedCall> read(TwilioRequest request) {
    return FinishedCall.of(
        WebRequest.of(request.digitalOceanRaw()), "DialCallDuration", directory, NOW);
  }
}
