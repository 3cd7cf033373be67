package dialtone.simulator.kit;

import dialtone.simulator.CallPlan;
import dialtone.simulator.CallSimulator;
import dialtone.simulator.Line;
import dialtone.simulator.webhook.RequestSignature;
import dialtone.simulator.webhook.WebhookClient;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A phone system under test: the dialplans at a base URL, and phones that call through them.
 *
 * <pre>{@code
 * SimulatedCall call = phones.extension("alice").dials("5035551212").whereItIs("busy").place();
 * assertThatCall(call)
 *     .rings("+15035551212", "+15035550101")
 *     .hears(Sound.BUSY_SIGNAL)
 *     .endsAs("busy");
 * }</pre>
 */
public final class PhoneSystem {
  private final String base;
  private final String sipDomain;
  private final CallSimulator simulator;
  private final Set<String> ownNumbers;

  private PhoneSystem(
      String base, String sipDomain, CallSimulator simulator, Set<String> ownNumbers) {
    this.base = base;
    this.sipDomain = sipDomain;
    this.simulator = simulator;
    this.ownNumbers = ownNumbers;
  }

  /**
   * The phone system whose functions are at {@code <base>/dialplans/<function>}.
   *
   * @param base ends with the namespace: {@code http://127.0.0.1:8080/api/v1/web/<namespace>}
   */
  public static PhoneSystem at(String base) {
    return new PhoneSystem(
        base.replaceFirst("/+$", ""),
        "example-dev.sip.twilio.com",
        simulator(Optional.empty(), UnaryOperator.identity()),
        Set.of());
  }

  /** The same, whose requests are signed. */
  public PhoneSystem signedWith(String authToken) {
    CallSimulator signing =
        simulator(Optional.of(new RequestSignature(authToken)), UnaryOperator.identity());
    return new PhoneSystem(base, sipDomain, signing, ownNumbers);
  }

  /** The same, asked by another simulator. */
  public PhoneSystem askedBy(CallSimulator other) {
    return new PhoneSystem(base, sipDomain, other, ownNumbers);
  }

  /** The same, of an account with these numbers: no other can be a caller ID. */
  public PhoneSystem withNumbers(Set<String> numbers) {
    return new PhoneSystem(base, sipDomain, simulator, numbers);
  }

  /** The same, of another SIP domain. */
  public PhoneSystem withSipDomain(String domain) {
    return new PhoneSystem(base, domain, simulator, ownNumbers);
  }

  /** The phone of an extension. */
  public Phone extension(String name) {
    return new Phone(
        dialled -> placing(new Line.Extension(name, dialled, sipDomain), "dialplans/outgoing"));
  }

  /** A phone of the public network, by its number, which may be {@code anonymous}. */
  public Phone outside(String number) {
    return new Phone(dialled -> placing(new Line.Outside(number, dialled), "dialplans/incoming"));
  }

  /** The REST API calls a number and then asks a function. */
  public PlannedCall restApiCalls(String from, String to, String function) {
    return placing(new Line.Rest(from, to), function);
  }

  private PlannedCall placing(Line line, String function) {
    CallPlan plan = CallPlan.of(line, URI.create(base + "/" + function)).withOwnNumbers(ownNumbers);
    return new PlannedCall(simulator, plan);
  }

  private static CallSimulator simulator(
      Optional<RequestSignature> signature, UnaryOperator<URI> route) {
    return new CallSimulator(WebhookClient.of(signature, route), Clock.systemUTC());
  }
}
