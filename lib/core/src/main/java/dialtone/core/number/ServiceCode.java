package dialtone.core.number;

import java.util.regex.Pattern;

/** North America's three-digit codes: 211 to 911 (N11), and 988, the crisis line. */
public final class ServiceCode {
  private static final Pattern CODE = Pattern.compile("[2-9]11|988");

  private ServiceCode() {}

  /** Whether these digits are a service code; 911 is one. */
  public static boolean matches(String digits) {
    return CODE.matcher(digits).matches();
  }
}
