package dialtone.tools.twilio;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is never shown nor written down. */
final class Secrets {
  static final String MASK = "•••";
  private static final Set<String> WORDS = Set.of("password", "secret", "token");

  private Secrets() {}

  /** An attribute's value as it may be shown. */
  static String shown(String name, String value) {
    String property = AttributeName.property(name);
    boolean secret =
        WORDS.stream().anyMatch(word -> property.matches("(.*[^a-z])?" + word + "([^a-z].*)?"));
    return secret && !value.isEmpty() ? MASK : value;
  }

  /** An attribute's value, of a resource of this kind, as it may be shown. */
  static String shown(Kind kind, String name, String value) {
    return kind.writeOnly().contains(name) ? MASK : shown(name, value);
  }

  static Map<String, String> shown(Kind kind, Map<String, String> attributes) {
    Map<String, String> shown = new TreeMap<>();
    attributes.forEach((name, value) -> shown.put(name, shown(kind, name, value)));
    return shown;
  }
}
