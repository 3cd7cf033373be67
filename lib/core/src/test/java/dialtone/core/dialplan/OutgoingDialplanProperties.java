package dialtone.core.dialplan;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dialtone.core.action.Hosted;
import dialtone.core.directory.BundledDirectory;
import dialtone.testkit.TwilioRequest;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for whatever a phone, or somebody who pretends to be one, may send. */
class OutgoingDialplanProperties {

  @Property
  void anyFromAndToGetAWellFormedDocument(@ForAll String from, @ForAll String to) {
    for (String sender : new String[] {from, "sip:alice@example.com"}) {
      assertThatTwiml(call(TwilioRequest.call(sender, to).digitalOceanRaw())).isWellFormed();
    }
  }

  @Property
  void anyBodyThatSaysItIsAFormGetsAWellFormedDocument(@ForAll String body) {
    JsonObject event = TwilioRequest.empty().digitalOceanRaw();
    event.getAsJsonObject("http").addProperty("body", body);

    assertThatTwiml(call(event)).isWellFormed();
  }

  @Property
  void anEmergencyCallFromAnEnabledExtensionAlwaysDials(
      @ForAll("emergency") String dialled,
      @ForAll("enabled") String extension,
      @ForAll("shape") int shape) {
    TwilioRequest request = TwilioRequest.fromSip(extension, dialled);
    JsonObject event =
        switch (shape) {
          case 0 -> request.digitalOceanRaw();
          case 1 -> request.digitalOceanParsed();
          case 2 -> request.openWhiskRaw();
          case 3 -> request.openWhiskParsed();
          default -> request.direct();
        };

    assertThat(call(event).get("body").getAsString())
        .contains("callerId=\"+15035550101\"", "<Number>911</Number>")
        .doesNotContain("timeLimit");
  }

  @Provide
  Arbitrary<String> emergency() {
    Arbitrary<String> separators = Arbitraries.of("", "-", " ", ".", "%20", "(", ")");
    return Arbitraries.of("911", "+911", "1911", "+1911")
        .flatMap(
            number ->
                separators.map(separator -> String.join(separator, number.split("(?<=[0-9])"))));
  }

  @Provide
  Arbitrary<String> enabled() {
    return Arbitraries.of("alice", "lobby", "ALICE", "lobb%79");
  }

  @Provide
  Arbitrary<Integer> shape() {
    return Arbitraries.integers().between(0, 4);
  }

  private static JsonObject call(JsonObject event) {
    return new Hosted(settings -> OutgoingDialplan.toAnywhere(new BundledDirectory(), settings))
        .call(event);
  }
}
