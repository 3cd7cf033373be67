package dialtone.testkit;

import dialtone.testkit.TwilioRequest.Parameter;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as Twilio does, written from its documentation alone so that it can check the SDK: base64
 * of the HMAC-SHA1 of the URL followed by each parameter's name and value, sorted; a pair that is
 * there twice counts once.
 */
public final class TwilioSigner {
  private TwilioSigner() {}

  /** The value of {@code X-Twilio-Signature}. */
  public static String sign(String token, String url, List<Parameter> form) {
    StringBuilder signed = new StringBuilder(url);
    form.stream()
        .distinct()
        .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
        .forEach(each -> signed.append(each.name()).append(each.value()));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] hash = mac.doFinal(signed.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(hash);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC-SHA1", e);
    }
  }
}
