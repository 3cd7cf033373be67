package dialtone.simulator.webhook;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** How a request can fail, by the names that a retry policy has for it. */
enum Failure {
  CT,
  RT,
  CLIENT_ERROR,
  SERVER_ERROR;

  /** The failures that {@code rp} names, as in {@code 5xx,ct}; empty if it names another. */
  static Optional<Set<Failure>> policy(String text) {
    Set<Failure> policy = EnumSet.noneOf(Failure.class);
    for (String each : text.split(",", -1)) {
      switch (each.strip().toLowerCase(Locale.ROOT)) {
        case "ct" -> policy.add(CT);
        case "rt" -> policy.add(RT);
        case "4xx" -> policy.add(CLIENT_ERROR);
        case "5xx" -> policy.add(SERVER_ERROR);
        case "all" -> policy.addAll(Arrays.asList(values()));
        default -> {
          return Optional.empty();
        }
      }
    }
    return Optional.of(policy);
  }

  /** What an answer's status means; empty if it is none of a failure. */
  static Optional<Failure> of(int status) {
    return status >= 500
        ? Optional.of(SERVER_ERROR)
        : status >= 400 ? Optional.of(CLIENT_ERROR) : Optional.empty();
  }
}
