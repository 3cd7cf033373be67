package dialtone.tools.packaging;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;

import com.google.gson.JsonObject;
import dialtone.testkit.TwilioRequest;
import dialtone.tools.Checkout;
import dialtone.tools.actionloop.ActionLoopHost;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.Project;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The zip of the function that phones call, and a call to it. */
final class PackagedOutgoing {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The settings and the host's own variables. */
  static final Map<String, String> ENVIRONMENT =
      Map.of(
          "INSTANCE",
          "dev",
          "TWILIO_AUTH_TOKEN",
          "12345",
          "SIP_DOMAIN",
          "example-dev.sip.twilio.com",
          "__OW_API_HOST",
          "https://faas.example.com",
          "__OW_NAMESPACE",
          "fn-1");

  private PackagedOutgoing() {}

  static Path zip() {
    return packaged(List.of("dialplans/outgoing")).get(0);
  }

  /** The zips of functions, made if there are none of these sources. */
  static List<Path> packaged(List<String> functions) {
    Project project = Project.read(Checkout.ROOT);
    return Packaging.onThisMachine(Checkout.ROOT, Checkout.variables(Map.of()))
        .zips(
            functions.stream()
                .map(function -> project.function(function).orElseThrow())
                .map(function -> FunctionModule.of(Checkout.ROOT, function))
                .toList());
  }

  /** The environment with one more setting. */
  static Map<String, String> with(String name, String value) {
    Map<String, String> more = new TreeMap<>(ENVIRONMENT);
    more.put(name, value);
    return more;
  }

  /** Has a container answer a call, with the number that was dialled. */
  static void assertIsDialled(ActionLoopHost host) {
    assertThatTwiml(host.run(signed(), call("a1"), PATIENCE))
        .isResponse(
            """
            <Dial callerId="+15035550101" answerOnBridge="true" timeLimit="3600"
                action="https://faas.example.com/api/v1/web/fn-1/dialplans/dial_status">
              <Number>+15035551212</Number>
            </Dial>""");
  }

  /** The event of that call, signed. */
  static JsonObject signed() {
    return TwilioRequest.fromSip("alice", "5035551212")
        .signed(
            ENVIRONMENT.get("TWILIO_AUTH_TOKEN"),
            "https://faas.example.com/api/v1/web/fn-1/dialplans/outgoing")
        .digitalOceanRaw();
  }

  /** What the host tells of an activation. */
  static Map<String, String> call(String activation) {
    return Map.of("__OW_ACTIVATION_ID", activation, "__OW_ACTION_NAME", "/fn-1/dialplans/outgoing");
  }
}
