package dialtone.simulator;

import static dialtone.simulator.kit.CallAssert.assertThatCall;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Emergency calls: even simulated ones are told, and never placed. */
class EmergencyCallTest {
  private final TestHost host = new TestHost();

  @AfterEach
  void close() {
    host.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"911", "+911", "1911", "+1911"})
  void noneIsPlacedByAPhone(String number) {
    host.says(
        "/dialplans/outgoing",
        "<Dial callerId='+15035550101' answerOnBridge='true' action='/status'><Number>"
            + number
            + "</Number></Dial>");
    SimulatedCall call = host.phones().extension("alice").dials("911").place();
    assertThatCall(call).wouldCallEmergency("911", "+15035550101").ringsNobody().costs(1);
    assertThat(host.requests("/status")).isEmpty();
  }

  @Test
  void theTestNumber933CanBeCalled() {
    host.says("/dialplans/outgoing", "<Dial callerId='+15035550101'><Number>933</Number></Dial>");
    assertThatCall(host.phones().extension("alice").dials("933").place()).connects("933");
  }

  @Test
  void noneIsPlacedByTheRestApi() {
    assertThatCall(host.phones().restApiCalls("+15035550101", "911", "dialplans/reject").place())
        .wouldCallEmergency("911", "+15035550101")
        .ringsNobody()
        .costs(0);
  }
}
