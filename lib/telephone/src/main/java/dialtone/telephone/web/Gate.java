package dialtone.telephone.web;

import dialtone.core.host.Environment;
import dialtone.core.host.Instance;
import dialtone.core.log.Log;
import dialtone.core.web.WebRequest;
import java.util.Optional;

/**
 * Lets requests in by their bearer tokens (RFC 6750). Without any token set only a dev instance
 * answers, as it is with Twilio's signature; which instance this is the setting says here, never
 * the URL.
 */
final class Gate {
  private static final String SCHEME = "Bearer ";

  private final Tokens tokens;
  private final boolean open;
  private final Optional<String> problem;
  private final Log log;

  Gate(Environment environment, Log log) {
    this.log = log;
    Tokens known = Tokens.NONE;
    String mistake = null;
    try {
      known = environment.get(Tokens.SETTING).map(Tokens::parse).orElse(Tokens.NONE);
    } catch (IllegalArgumentException e) {
      mistake = e.getMessage();
    }
    tokens = known;
    problem = Optional.ofNullable(mistake);
    String instance = environment.get("INSTANCE").orElse(Instance.DEV);
    open = problem.isEmpty() && tokens.isEmpty() && instance.equalsIgnoreCase(Instance.DEV);
  }

  /**
   * Why a request is not let in; empty if it is. A direct invocation is: whoever makes one has
   * shown the namespace's key.
   */
  Optional<Problem> refusal(WebRequest request) {
    problem.ifPresent(log::error);
    if (open || request.direct()) {
      return Optional.empty();
    }
    if (tokens.isEmpty()) {
      log.error("setting TELEPHONE_TOKENS is not set: without it only the instance dev answers");
    }
    String authorization = request.header("authorization").orElse("");
    boolean bearer = authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    Optional<Tokens.Holder> holder =
        bearer ? tokens.holder(authorization.substring(SCHEME.length()).strip()) : Optional.empty();
    if (holder.isEmpty()) {
      return Optional.of(
          Problem.unauthorized(bearer ? "This token is not known." : "A bearer token is needed."));
    }
    boolean reads = request.method().equals("GET") || request.method().equals("HEAD");
    return reads || holder.get().writes()
        ? Optional.empty()
        : Optional.of(Problem.forbidden("This token may only read."));
  }
}
