package dialtone.tools.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dialtone.tools.server.WebAnswer.Header;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAnswerTest {
  @Test
  void statusHeadersAndBodyAreSent() {
    WebAnswer answer =
        of("{'statusCode': 201, 'headers': {'Content-Type': 'text/xml', 'X-N': 7}, 'body': 'é'}");
    assertThat(answer.status()).isEqualTo(201);
    assertThat(answer.headers()).containsExactly(new Header("X-N", "7"));
    assertThat(answer.contentType()).contains("text/xml; charset=UTF-8");
    assertThat(answer.body()).isEqualTo("é".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void anArrayRepeatsItsHeader() {
    assertThat(of("{'headers': {'Set-Cookie': ['a=1', 'b=2'], 'X': true}}").headers())
        .containsExactly(
            new Header("Set-Cookie", "a=1"),
            new Header("Set-Cookie", "b=2"),
            new Header("X", "true"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                              | 204
          {'body': ''}                    | 204
          {'body': null}                  | 204
          {'body': 'x'}                   | 200
          {'body': {}}                    | 200
          {'body': '', 'statusCode': 200} | 200
          {'statusCode': '404'}           | 404
          {'statusCode': 302.0}           | 302
          """)
  void theStatusIsGivenOrComesFromTheBody(String result, int status) {
    assertThat(of(result).status()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {'body': 'x'}                                                          | text/html; charset=UTF-8 | x
          {'body': [1]}                                                          | application/json         | [1]
          {'body': {'a': 1}, 'headers': {'content-type': 'application/x+json'}}  | application/x+json       | {"a":1}
          {'body': 'eA==', 'headers': {'content-type': 'image/png'}}             | image/png                | x
          {'body': 'eA==', 'headers': {'content-type': 'application/octet-stream'}} | application/octet-stream | x
          {'body': 'eA==', 'headers': {'content-type': 'text/plain; charset=utf-8'}} | text/plain; charset=utf-8 | eA==
          """)
  void theContentTypeDecidesHowTheBodyTravels(String result, String type, String body) {
    assertThat(of(result).contentType()).contains(type);
    assertThat(new String(of(result).body(), StandardCharsets.UTF_8)).isEqualTo(body);
  }

  @Test
  void anEmptyBodyHasNoContentType() {
    assertThat(of("{'headers': {'content-type': 'text/xml'}}").contentType()).isEmpty();
  }

  @Test
  void anErrorIsTheAnswer() {
    assertThat(of("{'error': {'statusCode': 418, 'body': 'tea'}}").status()).isEqualTo(418);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'error': 'plain text'}",
        "{'statusCode': 'teapot'}",
        "{'statusCode': 99}",
        "{'statusCode': 200.5}",
        "{'statusCode': null}",
        "{'statusCode': [200, 201]}",
        "{'headers': 'none'}",
        "{'headers': {'a': {}}}",
        "{'body': 'no base64!', 'headers': {'content-type': 'image/png'}}",
        "{'body': {}, 'headers': {'content-type': 'text/xml'}}",
        "{'body': 'x', 'headers': {'content-type': 'nonsense'}}",
        "[]",
        "null",
        "'text'"
      })
  void whatCannotBeSentIsABadRequest(String result) {
    assertThatThrownBy(() -> of(result))
        .isInstanceOfSatisfying(
            WebActionException.class, e -> assertThat(e.status()).isEqualTo(400));
  }

  @Test
  void moreThanAMegabyteCannotBeSent() {
    assertThat(of("{'body': '" + "x".repeat(1_048_500) + "'}").status()).isEqualTo(200);
    assertThatThrownBy(() -> of("{'body': '" + "x".repeat(1_048_576) + "'}"))
        .isInstanceOf(WebActionException.class);
  }

  private static WebAnswer of(String result) {
    return WebAnswer.of(JsonParser.parseString(result));
  }
}
