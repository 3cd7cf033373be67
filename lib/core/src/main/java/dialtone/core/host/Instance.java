package dialtone.core.host;

import dialtone.core.web.WebRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Where a function runs: one namespace holding one deployment, and the name it answers by.
 *
 * @param name {@code dev}, {@code stage}, {@code prod} or another branch's
 * @param handedOn whether the request's URL gave the name, so that sibling URLs must hand it on
 * @param base scheme, host and path of the functions' URLs up to and with the namespace, no slash
 *     at the end; empty if the host told neither its name nor {@code PUBLIC_URL} was set
 * @param function this function, {@code <package>/<function>}
 */
public record Instance(String name, boolean handedOn, Optional<String> base, String function) {
  /** The name of an instance that nobody named. */
  public static final String DEV = "dev";

  /** The URL parameter that names the instance during a call. */
  public static final String PARAMETER = "instance";

  private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?");

  /**
   * The instance that answers a request: its {@code instance} query parameter names it, else the
   * setting {@code INSTANCE} does, else it is {@code dev}. Whether the parameter can be believed is
   * for the signature to say.
   *
   * @param function {@code <package>/<function>}, used where the host does not tell
   */
  public static Instance of(Environment environment, WebRequest request, String function) {
    Optional<String> inUrl =
        (request.parsed() ? request.form() : request.query())
            .first(PARAMETER)
            .filter(Instance::isName);
    Optional<String> configured =
        environment.get("INSTANCE").map(Instance::lowerCase).filter(Instance::isName);
    Optional<String> host =
        environment
            .get("PUBLIC_URL")
            .filter(Instance::isHost)
            .or(() -> environment.get("__OW_API_HOST"))
            .map(Instance::withScheme);
    String[] action = environment.get("__OW_ACTION_NAME").orElse("").split("/", -1);
    boolean packaged = action.length == 4 && action[0].isEmpty();
    Optional<String> namespace =
        environment
            .get("__OW_NAMESPACE")
            .or(() -> packaged ? Optional.of(action[1]) : Optional.empty());
    return new Instance(
        inUrl.or(() -> configured).orElse(DEV),
        inUrl.isPresent(),
        host.flatMap(url -> namespace.map(space -> url + "/api/v1/web/" + space)),
        packaged ? action[2] + "/" + action[3] : function);
  }

  /** Notes {@code INSTANCE} and {@code PUBLIC_URL} among the problems if they are malformed. */
  public static void check(Settings settings) {
    settings.parsed(
        "INSTANCE", checked(text -> isName(lowerCase(text)), "is no instance's name such as prod"));
    settings.parsed("PUBLIC_URL", checked(Instance::isHost, "is no URL such as https://a.example"));
  }

  /** Whether a text is an instance's name: 1 to 32 lower-case letters, digits and inner hyphens. */
  public static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  /** The exact URL that the sender of this request called; empty if it cannot be known. */
  public Optional<String> publicUrl(WebRequest request) {
    String query = request.queryString().isEmpty() ? "" : "?" + request.queryString();
    return base.map(url -> url + "/" + function + request.path() + query);
  }

  /**
   * The URL of another function of this package, which hands the instance's name on. Relative,
   * which Twilio resolves against this function's own, if the host is not known.
   */
  public URI sibling(String name) {
    String packageName = function.substring(0, function.indexOf('/') + 1);
    String query = handedOn ? "?" + PARAMETER + "=" + this.name : "";
    return base.flatMap(url -> uri(url + "/" + packageName + name + query))
        .orElseGet(() -> URI.create(name + query));
  }

  /** A setting's text with {@code {instance}} filled in. */
  public String fillIn(String text) {
    return text.replace("{instance}", name);
  }

  private static UnaryOperator<String> checked(Predicate<String> rule, String complaint) {
    return text -> {
      if (!rule.test(text)) {
        throw new IllegalArgumentException(complaint);
      }
      return text;
    };
  }

  private static boolean isHost(String text) {
    return uri(withScheme(text)).filter(uri -> uri.getHost() != null).isPresent();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(new URI(text));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String withScheme(String host) {
    String url = host.contains("://") ? host : "https://" + host;
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static String lowerCase(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
