package dialtone.simulator.twiml;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * An attribute that Twilio knows, and the values that it takes.
 *
 * @param expected what a value should be, for the message
 * @param otherwise what Twilio logs about any other value; it then uses the default
 */
record AttributeRule(
    String name, Predicate<String> values, String expected, TwilioError otherwise) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

  /** Any text. */
  static AttributeRule any(String name) {
    return new AttributeRule(name, value -> true, "any text", TwilioError.SCHEMA_WARNING);
  }

  static AttributeRule bool(String name, TwilioError otherwise) {
    return oneOf(name, otherwise, "true", "false");
  }

  static AttributeRule method(String name, TwilioError otherwise) {
    return oneOf(name, otherwise, "GET", "POST");
  }

  static AttributeRule oneOf(String name, TwilioError otherwise, String... values) {
    Set<String> all = Set.of(values);
    return new AttributeRule(name, all::contains, String.join(" or ", values), otherwise);
  }

  static AttributeRule matching(String name, TwilioError otherwise, String expected, String regex) {
    return new AttributeRule(name, Pattern.compile(regex).asMatchPredicate(), expected, otherwise);
  }

  static AttributeRule number(String name, TwilioError otherwise, int least, int most) {
    return new AttributeRule(
        name,
        value ->
            DIGITS.matcher(value).matches()
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most,
        most == Integer.MAX_VALUE
            ? "a whole number from " + least
            : "a whole number from " + least + " to " + most,
        otherwise);
  }
}
