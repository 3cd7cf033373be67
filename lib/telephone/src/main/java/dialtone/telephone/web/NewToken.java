package dialtone.telephone.web;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A bearer token that nobody has yet.
 *
 * @param token for its holder, to be shown once
 * @param entry for the setting {@code TELEPHONE_TOKENS}
 */
public record NewToken(String token, String entry) {
  private static final int BYTES = 32;

  /** Makes a token of 256 random bits. */
  public static NewToken make(String name, boolean writes, SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String token = "dt_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    String entry = Tokens.entry(name, writes, token);
    Tokens.parse(entry);
    return new NewToken(token, entry);
  }
}
