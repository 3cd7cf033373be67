package dialtone.telephone.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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

  static final Tokens NONE = new Tokens(List.of());

  private static final Pattern ENTRY =
      Pattern.compile("([A-Za-z0-9._-]{1,32}):(read|write):([0-9a-f]{64})");

  /**
   * A sender or reader.
   *
   * @param writes whether it may post as well as read
   */
  record Holder(String name, boolean writes) {}

  private record Entry(Holder holder, byte[] hash) {}

  private final List<Entry> entries;

  private Tokens(List<Entry> entries) {
    this.entries = entries;
  }

  /**
   * Reads the setting.
   *
   * @throws IllegalArgumentException if it is malformed; the message does not repeat it
   */
  static Tokens parse(String setting) {
    List<Entry> entries = new ArrayList<>();
    for (String text : setting.strip().split("[,\\s]+")) {
      Matcher entry = ENTRY.matcher(text);
      if (!entry.matches()) {
        throw new IllegalArgumentException(
            "entry %d of setting %s is not <name>:<read|write>:<SHA-256 in hexadecimal>"
                .formatted(entries.size() + 1, SETTING));
      }
      Holder holder = new Holder(entry.group(1), entry.group(2).equals("write"));
      entries.add(new Entry(holder, HexFormat.of().parseHex(entry.group(3))));
    }
    return new Tokens(List.copyOf(entries));
  }

  /** An entry of the setting for a new token. */
  static String entry(String name, boolean writes, String token) {
    return name + ":" + (writes ? "write" : "read") + ":" + HexFormat.of().formatHex(hash(token));
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  /** Whose token it is. Takes the same time whichever entry matches, and if none does. */
  Optional<Holder> holder(String token) {
    byte[] hash = hash(token);
    Holder found = null;
    for (Entry entry : entries) {
      if (MessageDigest.isEqual(entry.hash(), hash)) {
        found = entry.holder();
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
