package dialtone.simulator;

import java.util.Locale;
import java.util.UUID;

/** Twilio's identifiers: two letters and 32 hexadecimal digits. */
final class Sids {
  /** The account that every simulated call belongs to. */
  static final String ACCOUNT = "AC00000000000000000000000000000000";

  private Sids() {}

  /** A new identifier of a kind: {@code CA} for a call, {@code RE} for a recording. */
  static String next(String kind) {
    return kind + UUID.randomUUID().toString().replace("-", "").toLowerCase(Locale.ROOT);
  }
}
