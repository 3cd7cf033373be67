package dialtone.tools.twilio;

import dialtone.core.host.Environment;
import dialtone.tools.command.UserMistake;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The passwords that SIP users are given: from the environment, or made up and shown once.
 *
 * @param stack whose variables come first
 */
record Passwords(Environment environment, String stack) {
  private static final String LOWER = "abcdefghijkmnopqrstuvwxyz";
  private static final String UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final String DIGITS = "23456789";
  private static final int LENGTH = 24;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Stands for a user's password until it is needed. */
  static String placeholder(String user) {
    return "${password:" + user + "}";
  }

  /** A password that was made up, for the person who is to know it. */
  static String shown(String password) {
    return "  password " + password + " - shown only now, and kept nowhere";
  }

  /** Fills in a password where one stands for it; returns it if it had to be made up. */
  Optional<String> fillIn(Described resource, Map<String, String> attributes) {
    String user = resource.key();
    if (!placeholder(user).equals(attributes.get(Description.PASSWORD))) {
      return Optional.empty();
    }
    Optional<String> given = given(user);
    String password = given.orElseGet(Passwords::generate);
    attributes.put(Description.PASSWORD, password);
    return given.isPresent() ? Optional.empty() : Optional.of(password);
  }

  /** The password in {@code SIP_PASSWORD_<STACK>_<USER>} or {@code SIP_PASSWORD_<USER>}. */
  private Optional<String> given(String user) {
    return variables(user).flatMap(name -> environment.get(name).stream()).findFirst();
  }

  /**
   * Called before anything is changed, for the users that a plan gives a password.
   *
   * @throws UserMistake in CI, if one would have to be made up: showing it there would be keeping
   *     it
   */
  void check(List<String> users) {
    if (environment.get("CI").isEmpty()) {
      return;
    }
    List<String> without =
        users.stream()
            .filter(user -> given(user).isEmpty())
            .map(user -> user + " (set " + String.join(" or ", variables(user).toList()) + ")")
            .toList();
    if (!without.isEmpty()) {
      throw new UserMistake(
          "No password for %s: one that is made up would stay in CI's log. Nothing was changed."
              .formatted(String.join(", ", without)));
    }
  }

  /**
   * A new password: Twilio asks for 12 characters, with a lower-case and an upper-case letter and a
   * digit.
   */
  private static String generate() {
    StringBuilder password = new StringBuilder();
    for (String kind : List.of(LOWER, UPPER, DIGITS)) {
      password.append(any(kind));
    }
    while (password.length() < LENGTH) {
      password.insert(RANDOM.nextInt(password.length() + 1), any(LOWER + UPPER + DIGITS));
    }
    return password.toString();
  }

  private Stream<String> variables(String user) {
    return Stream.of("SIP_PASSWORD_" + stack + "_" + user, "SIP_PASSWORD_" + user)
        .map(name -> name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
  }

  private static char any(String characters) {
    return characters.charAt(RANDOM.nextInt(characters.length()));
  }
}
