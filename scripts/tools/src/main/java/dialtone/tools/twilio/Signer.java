package dialtone.tools.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests as Twilio does: {@code X-Twilio-Signature} is the base64 HMAC-SHA1, with the
 * account's auth token, of the URL followed by each form parameter's name and value, sorted by name
 * (Twilio, "Webhooks security").
 */
public final class Signer {
  /** The header that carries a signature. */
  public static final String HEADER = "X-Twilio-Signature";

  private static final String ALGORITHM = "HmacSHA1";

  private final SecretKeySpec key;

  public Signer(String authToken) {
    key = new SecretKeySpec(authToken.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /**
   * The signature of a request.
   *
   * @param url as it is called, its query included
   * @param form the parameters of the body; none, if the body is no form
   */
  public String sign(String url, Map<String, String> form) {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(form).forEach((name, value) -> signed.append(name).append(value));
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] code = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }
}
