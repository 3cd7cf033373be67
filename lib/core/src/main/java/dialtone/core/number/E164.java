package dialtone.core.number;

import java.util.regex.Pattern;

/**
 * A phone number in the international form of ITU-T E.164: a plus sign and 7 to 15 digits, the
 * first of which is not 0.
 */
public record E164(String value) {
  private static final Pattern FORM = Pattern.compile("\\+[1-9][0-9]{6,14}");

  public E164 {
    if (!matches(value)) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not an E.164 number such as +15035551212");
    }
  }

  /** Whether a text has the form of an E.164 number; not whether such a number exists. */
  public static boolean matches(String text) {
    return FORM.matcher(text).matches();
  }

  // A record's own equals and hashCode are spun when they are first called: 25 ms of a cold start.
  @Override
  public boolean equals(Object other) {
    return other instanceof E164 number && value.equals(number.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
