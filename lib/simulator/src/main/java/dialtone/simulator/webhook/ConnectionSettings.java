package dialtone.simulator.webhook;

import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.twiml.TwilioError;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long Twilio waits for a URL and how often it tries: 5 s for the connection, twice, and 15 s
 * in all, which the URL's fragment can override: {@code #ct=3000&rt=5000&tt=15000&rc=2&rp=all}
 * (Twilio, "Webhook connection overrides").
 *
 * @param connect the longest that a connection may take
 * @param read the longest wait for an answer
 * @param total the longest for everything, retries included
 * @param retries how often it tries again
 * @param policy after which failures it does
 * @param flaws what is wrong with the fragment
 */
record ConnectionSettings(
    Duration connect,
    Duration read,
    Duration total,
    int retries,
    Set<Failure> policy,
    List<Flaw> flaws) {
  private static final int MOST_MILLISECONDS = 15_000;
  private static final int MOST_CONNECT_MILLISECONDS = 10_000;
  private static final int MOST_RETRIES = 5;

  ConnectionSettings {
    policy = Set.copyOf(policy);
    flaws = List.copyOf(flaws);
  }

  static ConnectionSettings of(URI url) {
    Map<String, String> overrides = new LinkedHashMap<>();
    if (url.getFragment() != null) {
      for (String each : url.getFragment().split("&", -1)) {
        int equals = each.indexOf('=');
        if (equals > 0) {
          overrides.put(each.substring(0, equals), each.substring(equals + 1));
        }
      }
    }
    List<Flaw> flaws = new ArrayList<>();
    String policy = overrides.getOrDefault("rp", "ct");
    if (Failure.policy(policy).isEmpty()) {
      flaws.add(
          Flaw.harmless(
              TwilioError.INVALID_RETRY_POLICY,
              "rp=" + policy + ": expected 4xx, 5xx, ct, rt or all, with commas between"));
    }
    return new ConnectionSettings(
        Duration.ofMillis(number(overrides, "ct", 100, MOST_CONNECT_MILLISECONDS, 5_000, flaws)),
        Duration.ofMillis(number(overrides, "rt", 100, MOST_MILLISECONDS, 15_000, flaws)),
        Duration.ofMillis(number(overrides, "tt", 100, MOST_MILLISECONDS, 15_000, flaws)),
        number(overrides, "rc", 0, MOST_RETRIES, 1, flaws),
        Failure.policy(policy).orElse(Set.of(Failure.CT)),
        flaws);
  }

  private static int number(
      Map<String, String> overrides,
      String name,
      int least,
      int most,
      int otherwise,
      List<Flaw> flaws) {
    String text = overrides.get(name);
    if (text == null) {
      return otherwise;
    }
    if (text.matches("[0-9]{1,6}")) {
      int number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    }
    flaws.add(
        Flaw.harmless(
            TwilioError.INVALID_RETRY_POLICY,
            "%s=%s in the fragment: expected %d to %d".formatted(name, text, least, most)));
    return otherwise;
  }
}
