package dialtone.telephone.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bearer tokens that are let in, known by their hashes alone: {@code
 * <name>:<read|write>:<SHA-256, hexadecimal>}, separated by commas or white space. Tokens are 256
 * random bits, so a plain hash cannot be guessed back.
 */
final class Tokens {
  /** The setting that holds them. */
  static final String SETTING = "TELEPHONE_TOKENS";

  static final Tokens NONE = new Tokens(Map.of());

  private static final Pattern ENTRY =
      Pattern.compile("([A-Za-z0-9._-]{1,32}):(read|write):([0-9a-f]{64})");

  /**
   * A sender or reader.
   *
   * @param writes whether it may post as well as read
   */
  record Holder(String name, boolean writes) {}

  /** Holders by the hashes of their tokens, hexadecimal. */
  private final Map<String, Holder> holders;

  private Tokens(Map<String, Holder> holders) {
    this.holders = Map.copyOf(holders);
  }

  /**
   * Reads the setting.
   *
   * @throws IllegalArgumentException if it is malformed; the message does not repeat it
   */
  static Tokens parse(String setting) {
    Map<String, Holder> holders = new HashMap<>();
    int position = 0;
    for (String text : setting.strip().split("[,\\s]+", -1)) {
      position++;
      Matcher entry = ENTRY.matcher(text);
      if (!entry.matches()) {
        throw new IllegalArgumentException(
            "entry %d of setting %s is not <name>:<read|write>:<SHA-256 in hexadecimal>"
                .formatted(position, SETTING));
      }
      holders.put(entry.group(3), new Holder(entry.group(1), entry.group(2).equals("write")));
    }
    return new Tokens(holders);
  }

  /** An entry of the setting for a new token. */
  static String entry(String name, boolean writes, String token) {
    return name + ":" + (writes ? "write" : "read") + ":" + HexFormat.of().formatHex(hash(token));
  }

  boolean isEmpty() {
    return holders.isEmpty();
  }

  /** Whose token it is. Takes the same time whichever entry matches, and if none does. */
  Optional<Holder> holder(String token) {
    byte[] hash = hash(token);
    Holder found = null;
    for (Map.Entry<String, Holder> each : holders.entrySet()) {
      if (MessageDigest.isEqual(HexFormat.of().parseHex(each.getKey()), hash)) {
        found = each.getValue();
      }
    }
    return Optional.ofNullable(found);
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
