package dialtone.tools.twilio.api;

import dialtone.core.host.Environment;
import dialtone.tools.command.UserMistake;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Twilio account of a stack.
 *
 * @param sidVariable the variable that gave the account's SID, for messages
 * @param tokenVariable the variable that gave the token, for messages
 */
public record Credentials(
    String accountSid, String authToken, String sidVariable, String tokenVariable) {
  private static final Pattern SID = Pattern.compile("AC[0-9a-f]{32}");

  public Credentials {
    if (!SID.matcher(accountSid).matches()) {
      throw new UserMistake(
          sidVariable
              + " is not an account SID: expected AC and 32 hexadecimal digits, as Twilio's console"
              + " shows it");
    }
  }

  /**
   * Those in {@code TWILIO_<STACK>_ACCOUNT_SID} and {@code TWILIO_<STACK>_AUTH_TOKEN}, each falling
   * back to the name without the stack.
   *
   * @throws UserMistake if one is not set
   */
  public static Credentials of(Environment environment, String stack) {
    String sid = variable(environment, stack, "ACCOUNT_SID");
    String token = variable(environment, stack, "AUTH_TOKEN");
    return new Credentials(
        environment.get(sid).orElseThrow(() -> missing(stack, sid, "ACCOUNT_SID")),
        environment.get(token).orElseThrow(() -> missing(stack, token, "AUTH_TOKEN")),
        sid,
        token);
  }

  /** The variable that is set, the stack's own first; the stack's own if neither is. */
  private static String variable(Environment environment, String stack, String what) {
    String own = "TWILIO_" + stack.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_") + "_";
    return Optional.of("TWILIO_" + what)
        .filter(plain -> environment.get(own + what).isEmpty())
        .filter(plain -> environment.get(plain).isPresent())
        .orElse(own + what);
  }

  private static UserMistake missing(String stack, String own, String what) {
    return new UserMistake(
        "No Twilio account for stack "
            + stack
            + ": set "
            + own
            + " or TWILIO_"
            + what
            + " in the environment or in .env");
  }

  /** Without the token. */
  @Override
  public String toString() {
    return accountSid;
  }
}
