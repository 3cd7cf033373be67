package dialtone.tools.server;

import dialtone.testkit.TwilioRequest;
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
    TwilioRequest request = TwilioRequest.fromSip("alice", "5035551212");
    String header =
        authToken
            .map(token -> request.signed(token, publicUrl).signature())
            .map(signature -> " -H " + quoted("X-Twilio-Signature: " + signature))
            .orElse("");
    String data =
        request.form().stream()
            .map(each -> " --data-urlencode " + quoted(each.name() + "=" + each.value()))
            .collect(Collectors.joining());
    return "curl -s" + header + data + " " + quoted(url);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
