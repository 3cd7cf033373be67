package dialtone.telephone.call;

import dialtone.telephone.record.CallRecord;
import dialtone.telephone.record.RecordId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A record that says otherwise than the one taken before it. It counts for nothing, but is kept.
 */
public record Contradiction(Kept<?> kept) {
  private static final int FINGERPRINT_BYTES = 8;

  /** Its address, the same whenever the same record comes. */
  public RecordId id() {
    CallRecord record = kept.record();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(record.toString().getBytes(StandardCharsets.UTF_8));
      String fingerprint = HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES);
      return new RecordId(record.callId(), record.half(), Optional.of(fingerprint));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
