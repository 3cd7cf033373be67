package dialtone.telephone.web;

import static dialtone.telephone.web.Telephone.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.gson.JsonObject;
import dialtone.testkit.openapi.ApiContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocumentTest {
  private final ApiContract contract = Telephone.CONTRACT;
  private final Telephone telephone = new Telephone();

  @Test
  void everyReferenceLeadsSomewhere() {
    List<JsonNode> references = contract.document().findValues("$ref");

    assertThat(references)
        .isNotEmpty()
        .allSatisfy(
            each ->
                assertThat(contract.document().at(each.asText().substring(1)).isMissingNode())
                    .as(each.asText())
                    .isFalse());
  }

  @Test
  void theDocumentTellsTheUrlThatThisApiHasHere() {
    assertThat(
            json(telephone.get("/openapi"))
                .getAsJsonArray("servers")
                .get(0)
                .getAsJsonObject()
                .get("url")
                .getAsString())
        .isEqualTo(Telephone.BASE);
    assertThat(telephone.get("/docs/openapi.json").body())
        .isEqualTo(telephone.get("/openapi").body());
  }

  @Test
  void itsExampleIsARegistryThatIsTaken() {
    String example =
        contract
            .document()
            .at("/paths/~1registry/post/requestBody/content/application~1json/examples/both/value")
            .toString();

    assertThat(contract.violations("/components/schemas/Registry", example)).isEmpty();
    assertThat(telephone.post("/registry", example).status()).isEqualTo(201);
  }

  /** Without this nobody knows whether the other tests hold anything against the document. */
  @Test
  void anAnswerThatTheDocumentDoesNotAllowFails() {
    Answer lacking = Answer.of(200, Answer.JSON, "{\"call_id\": \"c1\"}");
    Answer floating =
        telephone.post("/registry", Telephone.start("c1", "2026-10-03T10:00:00Z", "alice", "bob"));
    Answer call = telephone.get("/calls/c1");
    Answer wrong =
        Answer.of(200, Answer.JSON, call.body().replace("\"price\":null", "\"price\":0.54"));

    assertThat(floating.status()).isEqualTo(201);
    assertNotAllowed(lacking);
    assertNotAllowed(wrong);
    assertNotAllowed(Answer.json(418, new JsonObject()));
  }

  private void assertNotAllowed(Answer answer) {
    assertThatThrownBy(
            () ->
                contract.check(
                    "GET", "/calls/c1", answer.status(), answer.contentType(), answer.body()))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void aPageNamesItsAssetsRelativeToItself() {
    assertThat(telephone.get("/docs").body()).contains("src=\"docs/swagger-ui.js\"");
    assertThat(telephone.get("/docs/").body()).contains("src=\"swagger-ui.js\"");
    assertThat(telephone.get("/redoc").body()).contains("src=\"redoc/redoc.js\"");
    assertThat(telephone.get("/docs/parts.js").contentType()).startsWith("text/javascript");
  }

  @Test
  void anAssetThatThereIsNotIsNotFound() {
    assertThat(telephone.get("/docs/nothing.js").status()).isEqualTo(404);
    assertThat(telephone.call("PUT", "/docs", "", Map.of()).status()).isEqualTo(405);
  }
}
