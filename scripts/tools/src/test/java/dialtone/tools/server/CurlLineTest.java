package dialtone.tools.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CurlLineTest {
  private static final String URL = "http://127.0.0.1:8080/api/v1/web/local/dialplans/outgoing";

  @Test
  void aShellReadsTheArgumentsAsTheyWereMeant() throws Exception {
    String line = CurlLine.of(URL + "?it's", URL, Optional.empty());
    Process shell =
        new ProcessBuilder("bash", "-c", "curl() { printf '%s\\n' \"$@\"; }; " + line).start();
    String arguments = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(arguments.lines())
        .contains(
            "From=sip:alice@example-dev.sip.twilio.com",
            "To=sip:5035551212@example-dev.sip.twilio.com;user=phone",
            URL + "?it's");
  }

  @Test
  void itIsSignedIfThereIsAToken() {
    String line = CurlLine.of(URL, URL, Optional.of("12345"));
    assertThat(line).contains(" -H 'X-Twilio-Signature: ").doesNotContain("12345'");
    assertThat(CurlLine.of(URL, URL, Optional.empty())).doesNotContain("Signature");
  }
}
