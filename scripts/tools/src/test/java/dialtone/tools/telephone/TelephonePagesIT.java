package dialtone.tools.telephone;

import static dialtone.tools.telephone.TelephoneServer.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The API's document and its two pages, whose assets a host's answer has room for. */
@TestInstance(Lifecycle.PER_CLASS)
class TelephonePagesIT {
  private static final int MOST_BYTES = 1_048_576;

  private TelephoneServer server;

  @BeforeAll
  void start() throws Exception {
    server = TelephoneServer.start();
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"openapi", "openapi.json", "openapi.http", "docs/openapi.json"})
  void theDocumentIsAtEachOfItsUrls(String path) throws Exception {
    JsonObject document = json(server.download(path));

    assertThat(document.get("openapi").getAsString()).isEqualTo("3.1.0");
    assertThat(document.getAsJsonObject("paths").has("/registry")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docs",
        "docs/swagger-ui.css",
        "docs/swagger-ui.js",
        "docs/parts.js",
        "docs/swagger-ui-bundle.js/0",
        "docs/swagger-ui-bundle.js/1",
        "docs/swagger-ui-bundle.js/2",
        "redoc",
        "redoc/redoc.js",
        "redoc/redoc.standalone.js/0",
        "redoc/redoc.standalone.js/1"
      })
  void everyAssetFitsIntoAnAnswerOfTheHost(String path) throws Exception {
    HttpResponse<String> answer = server.download(path);

    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    JsonObject asTheHostSeesIt = new JsonObject();
    asTheHostSeesIt.addProperty("body", answer.body());
    assertThat(asTheHostSeesIt.toString().getBytes(StandardCharsets.UTF_8).length)
        .isLessThan(MOST_BYTES - 10_000);
  }

  @Test
  void theLastPartOfAScriptIsTheLast() throws Exception {
    assertThat(server.download("docs/swagger-ui-bundle.js/0").headers().firstValue("X-Parts"))
        .hasValue("3");
    assertThat(server.download("docs/swagger-ui-bundle.js/3").statusCode()).isEqualTo(404);
    assertThat(server.download("redoc/redoc.standalone.js/0").headers().firstValue("X-Parts"))
        .hasValue("2");
    assertThat(server.download("redoc/redoc.standalone.js/2").statusCode()).isEqualTo(404);
  }
}
