package dialtone.core.host;

import dialtone.core.web.WebRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
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
    String name = inUrl.or(() -> configuredName(environment)).orElse(DEV);
    String action = environment.get("__OW_ACTION_NAME").orElse("");
    String[] parts = action.startsWith("/") ? action.substring(1).split("/", -1) : new String[0];
    boolean packaged = parts.length == 3;
    Optional<String> namespace =
        environment
            .get("__OW_NAMESPACE")
            .or(() -> Optional.of(parts).filter(p -> p.length > 0).map(p -> p[0]));
    Optional<String> host =
        environment.get("PUBLIC_URL").or(() -> environment.get("__OW_API_HOST"));
    return new Instance(
        name,
        inUrl.isPresent(),
        host.flatMap(h -> namespace.map(n -> withScheme(h) + "/api/v1/web/" + n)),
        packaged ? parts[1] + "/" + parts[2] : function);
  }

  /**
   * The name that the setting {@code INSTANCE} gives; empty if it is not set or no instance's name.
   */
  public static Optional<String> configuredName(Environment environment) {
    return environment
        .get("INSTANCE")
        .map(text -> text.toLowerCase(Locale.ROOT))
        .filter(Instance::isName);
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
    String url = base.map(known -> known + "/" + packageName + name).orElse(name);
    return URI.create(handedOn ? url + "?" + PARAMETER + "=" + this.name : url);
  }

  /** A setting's text with {@code {instance}} filled in. */
  public String fillIn(String text) {
    return text.replace("{instance}", name);
  }

  private static String withScheme(String host) {
    String url = host.contains("://") ? host : "https://" + host;
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
