package dialtone.tools.server;

import java.util.Locale;
import java.util.Set;

/**
 * A content type, as OpenWhisk's controller sees it: text travels as it is, everything else in
 * base64.
 *
 * @param name {@code text/xml}, in lower case, without parameters
 */
record MediaType(String name, boolean hasCharset) {
  static final String FORM = "application/x-www-form-urlencoded";

  private static final Set<String> TEXT =
      Set.of(
          FORM,
          "application/atom+xml",
          "application/javascript",
          "application/rss+xml",
          "application/soap+xml",
          "application/xhtml+xml",
          "application/xml",
          "application/xml-dtd");

  static MediaType of(String contentType) {
    int semicolon = contentType.indexOf(';');
    String name = semicolon < 0 ? contentType : contentType.substring(0, semicolon);
    boolean charset = contentType.toLowerCase(Locale.ROOT).contains("charset=");
    return new MediaType(name.strip().toLowerCase(Locale.ROOT), charset);
  }

  boolean isValid() {
    return name.matches("[a-z0-9!#$&^_.+-]+/[a-z0-9!#$&^_.+-]+");
  }

  boolean isForm() {
    return name.equals(FORM);
  }

  boolean isJson() {
    return name.equals("application/json") || name.endsWith("+json");
  }

  boolean isBinary() {
    return !(name.startsWith("text/") || TEXT.contains(name) || isJson() || hasCharset);
  }
}
