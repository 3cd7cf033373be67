package dialtone.core.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dialtone.testkit.TwilioRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioSignatureTest {
  private static final String TOKEN = "12345";
  private static final String URL = "https://example.com/api/v1/web/ns/dialplans/outgoing";

  private final TwilioSignature signature = new TwilioSignature(List.of(TOKEN));

  @Test
  void theExampleThatTwilioPublishesIsGenuine() {
    TwilioRequest request =
        new TwilioRequest(
            "foo=1&bar=2",
            List.of(
                new TwilioRequest.Parameter("CallSid", "CA1234567890ABCDE"),
                new TwilioRequest.Parameter("Caller", "+12349013030"),
                new TwilioRequest.Parameter("Digits", "1234"),
                new TwilioRequest.Parameter("From", "+12349013030"),
                new TwilioRequest.Parameter("To", "+18005551212")),
            "0/KCTR6DLpKmkAf8muzZqo1nDgQ=");

    assertThat(
            signature.verifies(
                "https://mycompany.com/myapp.php?foo=1&bar=2",
                WebRequest.of(request.digitalOceanRaw())))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        URL,
        URL + "?instance=prod",
        URL + "?x=%2B1+2%26&y=%e9",
        "https://example.com:443/x?y=%2F",
        "http://127.0.0.1:8080/x",
        "http://example.com/x"
      })
  void blankRepeatedAndForeignParametersAreCovered(String url) {
    TwilioRequest request =
        TwilioRequest.fromPstn("+15035550199", "")
            .with("b", "2")
            .with("b", "1")
            .with("b", "2")
            .with("été", "ça & là")
            .signed(TOKEN, url);

    assertThat(verifies(url, request)).isTrue();
    assertThat(verifies(url, request.with("More", ""))).isFalse();
    assertThat(verifies(url + "x", request)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?a=%2B1%26b"})
  void theStandardPortMayBeThereOrNot(String query) {
    String without = "https://example.com/x" + query;
    String with = "https://example.com:443/x" + query;

    assertThat(verifies(with, TwilioRequest.empty().signed(TOKEN, without))).isTrue();
    assertThat(verifies(without, TwilioRequest.empty().signed(TOKEN, with))).isTrue();
  }

  @Test
  void whileATokenIsReplacedBothAreGood() {
    TwilioSignature both = new TwilioSignature(List.of("old", "new"));

    for (String token : List.of("old", "new")) {
      WebRequest request =
          WebRequest.of(TwilioRequest.empty().signed(token, URL).digitalOceanRaw());
      assertThat(both.verifies(URL, request)).as(token).isTrue();
    }
  }

  @Test
  void aRequestWithoutSignatureOrWithAnotherTokensIsNot() {
    TwilioRequest request = TwilioRequest.fromSip("alice", "911");

    assertThat(verifies(URL, request)).isFalse();
    assertThat(verifies(URL, request.signed("54321", URL))).isFalse();
    assertThat(verifies(URL, new TwilioRequest("", request.form(), "é\n"))).isFalse();
  }

  @Test
  void aUrlThatIsNoUriIsComparedAsItIs() {
    String url = "https://example.com/x?a=b c|%";

    assertThat(verifies(url, TwilioRequest.empty().signed(TOKEN, url))).isTrue();
  }

  @Test
  void aJsonBodyIsCoveredByItsHashInTheQuery() throws Exception {
    String body = "{\"CallSid\": \"CA1\"}";
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8)));
    String query = "bodySHA256=" + hash;

    assertThat(signature.verifies(URL + "?" + query, json(query, body))).isTrue();
    assertThat(signature.verifies(URL + "?" + query, json(query, body + " "))).isFalse();
    assertThat(signature.verifies(URL + "?x=1", json("x=1", body))).isFalse();
  }

  private static WebRequest json(String query, String body) {
    JsonObject event =
        TwilioRequest.empty().withQuery(query).signed(TOKEN, URL + "?" + query).openWhiskRaw();
    event.getAsJsonObject("__ow_headers").addProperty("content-type", "application/json");
    event.addProperty(
        "__ow_body", Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)));
    return WebRequest.of(event);
  }

  private boolean verifies(String url, TwilioRequest request) {
    return signature.verifies(url, WebRequest.of(request.digitalOceanRaw()));
  }
}
