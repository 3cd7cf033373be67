package dialtone.simulator.webhook;

import java.util.Locale;
import java.util.Optional;

/**
 * An answer.
 *
 * @param contentType as it was sent; empty if it was not
 */
public record Reply(int status, Optional<String> contentType, String body) {

  /** The content type without its parameters, in lower case; empty text if there is none. */
  public String mediaType() {
    String text = contentType.orElse("");
    int semicolon = text.indexOf(';');
    return (semicolon < 0 ? text : text.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }
}
