package dialtone.tools.simulator;

import dialtone.core.directory.BundledDirectory;
import dialtone.core.directory.Extension;
import dialtone.core.directory.ExtensionDirectory;
import dialtone.core.host.Instance;
import dialtone.simulator.CallPlan;
import dialtone.simulator.CallSimulator;
import dialtone.simulator.Line;
import dialtone.simulator.webhook.RequestSignature;
import dialtone.simulator.webhook.WebhookClient;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Variables;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine;

/**
 * The instance that calls go to: where its functions are, who its extensions are, and the token
 * that its requests are signed with.
 */
final class Switchboard {
  private final String publicBase;
  private final ExtensionDirectory directory = new BundledDirectory().directory();
  private final Optional<String> name;
  private final Variables variables;
  private final CallSimulator simulator;

  /**
   * @param base the namespace's URL, where its functions are reached
   * @param name what the instance is called by in every URL, as Twilio does the one that is prod;
   *     empty: its own name holds
   * @param variables the instance's settings: with {@code PUBLIC_URL}, requests are signed for that
   *     address, and what the functions say of it is asked at the base
   */
  Switchboard(String base, Optional<String> name, Variables variables) {
    URI here = URI.create(base.replaceFirst("/+$", ""));
    Optional<String> address = variables.get("PUBLIC_URL").map(url -> url.replaceFirst("/+$", ""));
    this.name = name;
    this.variables = variables;
    this.publicBase = address.map(url -> url + here.getRawPath()).orElse(here.toString());
    String origin = here.getScheme() + "://" + here.getRawAuthority();
    this.simulator =
        new CallSimulator(
            WebhookClient.of(
                variables.get("TWILIO_AUTH_TOKEN").map(RequestSignature::new),
                url ->
                    address
                        .filter(from -> url.toString().startsWith(from))
                        .map(from -> URI.create(origin + url.toString().substring(from.length())))
                        .orElse(url)),
            Clock.systemUTC());
  }

  ExtensionDirectory directory() {
    return directory;
  }

  CallSimulator simulator() {
    return simulator;
  }

  Variables variables() {
    return variables;
  }

  /** Every number that is some extension's: the numbers of the account. */
  Set<String> numbers() {
    return directory.extensions().stream()
        .map(Extension::callerId)
        .map(Object::toString)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A call of a line, to the function that Twilio would ask for it. */
  CallPlan plan(Line line) {
    String function = line instanceof Line.Outside ? "incoming" : "outgoing";
    return plan(line, "dialplans/" + function);
  }

  /**
   * A call of a line, to a function.
   *
   * @param function {@code <package>/<function>}, perhaps with a query
   */
  CallPlan plan(Line line, String function) {
    return CallPlan.of(line, url(function)).withOwnNumbers(numbers());
  }

  /**
   * A function's URL, as Twilio has it.
   *
   * @throws UserMistake if no function can have that name
   */
  URI url(String function) {
    String url = publicBase + "/" + function;
    String named =
        name.map(own -> url + (url.contains("?") ? "&" : "?") + Instance.PARAMETER + "=" + own)
            .orElse(url);
    try {
      return URI.create(named);
    } catch (IllegalArgumentException e) {
      throw new UserMistake(
          "\"" + function + "\" is no function: expected such as dialplans/dial_pstn.",
          CommandLine.ExitCode.USAGE,
          e);
    }
  }

  /** An extension dials something. */
  Line extension(String name, String dialled) {
    String domain = variables.get("SIP_DOMAIN").orElse("example-{instance}.sip.twilio.com");
    String instance = this.name.or(() -> variables.get("INSTANCE")).orElse(Instance.DEV);
    return new Line.Extension(name, dialled, domain.replace("{instance}", instance));
  }
}
