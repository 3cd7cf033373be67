package dialtone.core.action;

import dialtone.core.host.Environment;
import dialtone.core.host.Instance;
import dialtone.core.web.TwilioSignature;
import dialtone.core.web.WebRequest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may call a function: Twilio, whose signature shows it, and whoever holds the namespace's key.
 */
public final class Access {
  private static final int LONGEST_SHOWN = 256;
  private static final String PARAMETER_VALUE = "([?&](?!" + Instance.PARAMETER + "=)[^&=]*=)[^&]*";

  private final List<String> tokens;
  private final TwilioSignature signature;
  private final Optional<String> configuredInstance;

  public Access(Environment environment) {
    tokens =
        Stream.of("TWILIO_AUTH_TOKEN", "TWILIO_AUTH_TOKEN_SECONDARY")
            .flatMap(name -> environment.get(name).stream())
            .toList();
    signature = new TwilioSignature(tokens);
    configuredInstance = environment.get("INSTANCE");
  }

  /** Why a request is not answered, for the log; empty if it is. */
  public Optional<String> refusal(WebRequest request, Instance instance) {
    if (request.direct()) {
      return Optional.empty();
    }
    if (tokens.isEmpty()) {
      boolean dev =
          instance.name().equals(Instance.DEV)
              && configuredInstance.filter(name -> !name.equalsIgnoreCase(Instance.DEV)).isEmpty();
      return dev
          ? Optional.empty()
          : Optional.of(
              "setting TWILIO_AUTH_TOKEN is not set: without it only the instance dev answers");
    }
    if (instance.base().isEmpty()) {
      return Optional.of("the signature covers the public URL, which is not known: set PUBLIC_URL");
    }
    return isSigned(request, instance)
        ? Optional.empty()
        : Optional.of("X-Twilio-Signature does not match " + shown(instance.publicUrl(request)));
  }

  private boolean isSigned(WebRequest request, Instance instance) {
    Stream<WebRequest> readings =
        request.parsed()
            ? Stream.of(request, request.withQueryParameter(Instance.PARAMETER))
            : Stream.of(request);
    return readings.anyMatch(
        reading -> signature.verifies(instance.publicUrl(reading).orElseThrow(), reading));
  }

  /** The URL without what its parameters say: a GET has the callers' numbers there. */
  private static String shown(Optional<String> url) {
    String text = url.orElse("").replaceAll(PARAMETER_VALUE, "$1…");
    return text.substring(0, Math.min(text.length(), LONGEST_SHOWN));
  }
}
