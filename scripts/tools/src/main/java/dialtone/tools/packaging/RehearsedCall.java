package dialtone.tools.packaging;

import dialtone.testkit.TwilioRequest;
import dialtone.tools.project.FunctionModule;
import java.util.Map;

/** A request, and the environment in which a function answers it: for measurements. */
public final class RehearsedCall {
  /** What the function finds in its environment. */
  public static final Map<String, String> ENVIRONMENT =
      Map.of(
          "__OW_WAIT_FOR_ACK",
          "1",
          "__OW_API_HOST",
          RehearsalRequests.API_HOST,
          "__OW_NAMESPACE",
          RehearsalRequests.NAMESPACE,
          "INSTANCE",
          "dev",
          "SIP_DOMAIN",
          "example-dev.sip.twilio.com",
          "TWILIO_AUTH_TOKEN",
          RehearsalRequests.TOKEN,
          "PATH",
          System.getenv().getOrDefault("PATH", ""));

  private RehearsedCall() {}

  /**
   * The host's line for a function's request: of the dialplans', a signed call of a number whose
   * dialled leg is then over; of any other, the first of its rehearsal.
   */
  public static String line(FunctionModule function) {
    if (!function.qualifiedName().startsWith(RehearsalRequests.DIALPLANS)) {
      return RehearsalRequests.line(
          function, RehearsalRequests.of(function, ENVIRONMENT).get(0).event());
    }
    TwilioRequest request =
        TwilioRequest.fromSip("alice", "5035551212").with("DialCallStatus", "completed");
    return RehearsalRequests.line(
        function,
        request
            .signed(RehearsalRequests.TOKEN, RehearsalRequests.url(function.qualifiedName()))
            .digitalOceanRaw());
  }
}
