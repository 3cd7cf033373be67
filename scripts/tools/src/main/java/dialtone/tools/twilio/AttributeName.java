package dialtone.tools.twilio;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The names of an attribute: {@code VoiceUrl} in a request, {@code voice_url} in an answer and in
 * the file.
 */
final class AttributeName {
  private AttributeName() {}

  static String property(String parameter) {
    return parameter.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  static String parameter(String property) {
    return Arrays.stream(property.split("_", -1))
        .filter(word -> !word.isEmpty())
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }
}
