package dialtone.core.number;

import dialtone.core.web.PercentEncoding;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was dialled, or who dials: the user part of a SIP or tel URI, percent-decoded, or a bare
 * text.
 *
 * @param user as it was sent, without surrounding white space; may be empty
 */
public record DialString(String user) {
  private static final int LONGEST = 128;
  private static final Pattern SEPARATORS =
      Pattern.compile("[ .()\\[\\]\\u00a0\\u2010-\\u2015/-]+");

  /**
   * The user part of {@code sip:user@host:port;parameters}, {@code sips:…} or {@code tel:…}; of a
   * text that is no URI, the text. A URI without a user, and a user of more than 128 characters,
   * give an empty one. Never throws.
   */
  public static DialString of(String address) {
    String text = address.strip();
    int colon = text.indexOf(':');
    String scheme = colon < 0 ? "" : text.substring(0, colon).toLowerCase(Locale.ROOT);
    boolean sip = scheme.equals("sip") || scheme.equals("sips");
    if (sip || scheme.equals("tel")) {
      text = text.substring(colon + 1);
    }
    int at = text.indexOf('@');
    if (at >= 0) {
      text = before(text.substring(0, at), ':');
    } else if (sip) {
      text = "";
    }
    text = PercentEncoding.decode(before(text, ';')).strip();
    return new DialString(text.length() > LONGEST ? "" : text);
  }

  /** The dialled text without the separators that people write numbers with. */
  public String digits() {
    return SEPARATORS.matcher(user).replaceAll("");
  }

  /**
   * 911 or 933 (the number that reads the registered address back), however a phone spelled it:
   * {@code 911}, {@code +911}, {@code 1911}, {@code +1911}; empty if anything else was dialled.
   */
  public Optional<String> emergencyNumber() {
    return switch (digits()) {
      case "911", "+911", "1911", "+1911" -> Optional.of("911");
      case "933", "+933", "1933", "+1933" -> Optional.of("933");
      default -> Optional.empty();
    };
  }

  private static String before(String text, char end) {
    int index = text.indexOf(end);
    return index < 0 ? text : text.substring(0, index);
  }
}
