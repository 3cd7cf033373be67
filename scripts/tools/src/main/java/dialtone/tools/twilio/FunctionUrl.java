package dialtone.tools.twilio;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a function in some instance.
 *
 * @param base scheme, host and path up to and with the namespace
 * @param function {@code <package>/<function>}
 * @param rest query and fragment, with {@code ?} or {@code #}; empty if there is none
 */
public record FunctionUrl(String base, String function, String rest) {
  private static final String WEB = "/api/v1/web/";
  private static final Pattern FORM =
      Pattern.compile(
          "(?<base>https?://[^/?#]+"
              + WEB
              + "[^/?#]+)/(?<function>[^/?#]+/[^/?#]+)"
              + "(?<rest>(?:[?#].*)?)");

  /** Reads a URL; empty if it is not a function's. */
  public static Optional<FunctionUrl> parse(String url) {
    Matcher form = FORM.matcher(url);
    return form.matches()
        ? Optional.of(
            new FunctionUrl(form.group("base"), form.group("function"), form.group("rest")))
        : Optional.empty();
  }

  /** The base of an instance's URLs: {@code <host>/api/v1/web/<namespace>}. */
  public static String base(String host, String namespace) {
    String scheme = host.contains("://") ? host : "https://" + host;
    return (scheme.endsWith("/") ? scheme.substring(0, scheme.length() - 1) : scheme)
        + WEB
        + namespace;
  }

  /** Scheme and host of the instance. */
  public String host() {
    return base.substring(0, base.indexOf(WEB));
  }

  /** The namespace of the instance. */
  public String namespace() {
    return base.substring(base.indexOf(WEB) + WEB.length());
  }

  /** The same function in another instance. */
  public FunctionUrl in(String otherBase) {
    return new FunctionUrl(otherBase, function, rest);
  }

  /** Whether the query names an instance. */
  public boolean names(String instance) {
    return rest.matches("\\?(?:[^#]*&)?instance=" + Pattern.quote(instance) + "(?:[&#].*)?");
  }

  @Override
  public String toString() {
    return base + "/" + function + rest;
  }
}
