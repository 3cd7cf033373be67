package dialtone.tools.server;

import static dialtone.tools.server.EventShape.DIGITALOCEAN;
import static dialtone.tools.server.EventShape.OPENWHISK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonParser;
import dialtone.tools.project.Web;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EventShapeTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @Test
  void digitalOceanRaw() {
    assertEvent(
        DIGITALOCEAN,
        call(FORM, "To=%23&To=2"),
        Web.RAW,
        """
        {"http": {"method": "POST", "path": "/more", "headers": {"content-type": "%s"},
          "queryString": "instance=a%%20b", "body": "To=%%23&To=2", "isBase64Encoded": false}}
        """);
  }

  @Test
  void digitalOceanParsed() {
    assertEvent(
        DIGITALOCEAN,
        call(FORM, "To=%23&From=1&From=2"),
        Web.PARSED,
        """
        {"instance": "a b", "To": "#", "From": "2",
          "http": {"method": "POST", "path": "/more", "headers": {"content-type": "%s"}}}
        """);
  }

  @Test
  void openWhiskRaw() {
    assertEvent(
        OPENWHISK,
        call(FORM, "To=%23"),
        Web.RAW,
        """
        {"__ow_method": "post", "__ow_path": "/more", "__ow_headers": {"content-type": "%s"},
          "__ow_query": "instance=a%%20b", "__ow_body": "To=%%23"}
        """);
  }

  @Test
  void openWhiskParsed() {
    assertEvent(
        OPENWHISK,
        call(FORM, "To=%23"),
        Web.PARSED,
        """
        {"instance": "a b", "To": "#", "__ow_method": "post", "__ow_path": "/more",
          "__ow_headers": {"content-type": "%s"}}
        """);
  }

  @Test
  void jsonIsMergedOrTravelsInBase64() {
    HttpCall call = call("application/json", "{\"To\": 7}");
    assertThat(OPENWHISK.event(call, Web.PARSED).get("To").getAsInt()).isEqualTo(7);
    assertThat(OPENWHISK.event(call, Web.RAW).get("__ow_body").getAsString())
        .isEqualTo("eyJUbyI6IDd9");
    assertThat(
            DIGITALOCEAN
                .event(call, Web.RAW)
                .getAsJsonObject("http")
                .get("isBase64Encoded")
                .getAsBoolean())
        .isTrue();
  }

  @Test
  void bytesTravelInBase64() {
    assertThat(
            OPENWHISK
                .event(call("application/octet-stream", "x"), Web.PARSED)
                .get("__ow_body")
                .getAsString())
        .isEqualTo("eA==");
  }

  @ParameterizedTest
  @EnumSource
  void aParameterCannotStandForWhatTheHostTells(EventShape shape) {
    for (String name : new String[] {"http", "__ow_headers"}) {
      HttpCall call = call(FORM, name + "=forged");
      if (shape.isReserved(name)) {
        assertThatThrownBy(() -> shape.event(call, Web.PARSED))
            .isInstanceOf(WebActionException.class)
            .hasMessageContaining("not allowed");
      } else {
        assertThat(shape.event(call, Web.PARSED).get(name).getAsString()).isEqualTo("forged");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void whatCannotBeReadIsRefused(EventShape shape) {
    assertThatThrownBy(() -> shape.event(call("application/json", "{"), Web.PARSED))
        .isInstanceOf(WebActionException.class);
    assertThatThrownBy(() -> shape.event(call(FORM, "To=%zz"), Web.PARSED))
        .isInstanceOf(WebActionException.class);
  }

  private static void assertEvent(EventShape shape, HttpCall call, Web web, String expected) {
    assertThat(shape.event(call, web))
        .isEqualTo(JsonParser.parseString(expected.formatted(call.contentType())));
  }

  private static HttpCall call(String contentType, String body) {
    return new HttpCall(
        "POST",
        "/more",
        "instance=a%20b",
        Map.of("content-type", contentType),
        body.getBytes(StandardCharsets.UTF_8));
  }
}
