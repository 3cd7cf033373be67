package dialtone.simulator;

import static dialtone.simulator.kit.CallAssert.assertThatCall;
import static org.assertj.core.api.Assertions.assertThat;

import dialtone.simulator.twiml.TwilioError;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Calls that the REST API places. */
class RestApiCallTest {
  private final TestHost host = new TestHost();

  @AfterEach
  void close() {
    host.close();
  }

  @Test
  void theUrlIsAskedOnceSomebodyHasAnswered() {
    host.says("/hello", "<Say>Hello</Say>");
    SimulatedCall call =
        host.phones().restApiCalls("+15035550101", "+15035551212", "hello").place();
    assertThatCall(call)
        .rings("+15035551212", "+15035550101")
        .hearsSpeech("Hello")
        .endsAs("completed");
    assertThat(host.requests("/hello").get(0).parameter("CallStatus")).isEqualTo("in-progress");
    assertThat(host.requests("/hello").get(0).parameter("Direction")).isEqualTo("outbound-api");
  }

  @Test
  void aNumberThatIsNotOursIsRefusedAsTheCaller() {
    assertThatCall(
            host.phones()
                .withNumbers(Set.of("+15035550101"))
                .restApiCalls("+15035550199", "+15035551212", "hello")
                .place())
        .logs(TwilioError.FROM_NOT_OURS)
        .ringsNobody()
        .costs(0)
        .failed();
  }

  @Test
  void nothingIsAskedIfNobodyAnswers() {
    assertThatCall(
            host.phones()
                .restApiCalls("+15035550101", "+15035551212", "hello")
                .whereItIs("busy")
                .place())
        .endsAs("busy")
        .costs(0);
  }
}
