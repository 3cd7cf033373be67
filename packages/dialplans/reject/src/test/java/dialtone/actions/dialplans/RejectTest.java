package dialtone.actions.dialplans;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;

import dialtone.testkit.TwilioRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RejectTest {

  @ParameterizedTest
  @CsvSource({
    "no-extension, This phone is not set up to make calls.",
    "no-emergency, 'Emergency calls cannot be made from this phone. Use another phone to call 911.'",
    "not-in-service, The number you have dialed is not in service.",
    "failed, 'We''re sorry, your call cannot be completed at this time. Please try again later.'"
  })
  void aReasonFromTheListIsSaid(String reason, String words) {
    assertThatTwiml(Reject.main(TwilioRequest.empty().withQuery("reason=" + reason).openWhiskRaw()))
        .isResponse("<Say>" + words + "</Say><Hangup/>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cannot-be-completed", "NO-EXTENSION", "<Say>hello</Say>", "busy"})
  void anythingElseGivesTheGeneralReason(String reason) {
    assertThatTwiml(Reject.main(TwilioRequest.empty().with("reason", reason).digitalOceanRaw()))
        .isResponse(
            "<Say>Your call cannot be completed as dialed. Please check the number and try again."
                + "</Say><Hangup/>");
  }

  @Test
  void noReasonGivesTheGeneralOne() {
    assertThatTwiml(Reject.main(TwilioRequest.empty().direct()))
        .isResponse(
            "<Say>Your call cannot be completed as dialed. Please check the number and try again."
                + "</Say><Hangup/>");
  }
}
