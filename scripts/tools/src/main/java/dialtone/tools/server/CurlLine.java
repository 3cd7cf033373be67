package dialtone.tools.server;

import dialtone.tools.twilio.Signer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A line to paste into a shell, which posts what Twilio posts when an extension dials a number. */
final class CurlLine {
  private CurlLine() {}

  /**
   * @param url the function's, as it is called
   * @param publicUrl the same as the function knows it: the one that is signed
   */
  static String of(String url, String publicUrl, Optional<String> authToken) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("CallSid", "CA00000000000000000000000000000001");
    form.put("From", "sip:alice@example-dev.sip.twilio.com");
    form.put("To", "sip:5035551212@example-dev.sip.twilio.com");
    String data =
        form.entrySet().stream()
            .map(each -> " --data-urlencode " + quoted(each.getKey() + "=" + each.getValue()))
            .collect(Collectors.joining());
    String signature =
        authToken
            .map(token -> Signer.HEADER + ": " + new Signer(token).sign(publicUrl, form))
            .map(header -> " -H " + quoted(header))
            .orElse("");
    return "curl -s" + signature + data + " " + quoted(url);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
