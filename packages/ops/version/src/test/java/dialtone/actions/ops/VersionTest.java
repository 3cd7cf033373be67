package dialtone.actions.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.core.log.Log;
import dialtone.testkit.TwilioSigner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class VersionTest {
  private static final String TOKEN = "12345";
  private static final String URL = "https://faas.example.com/api/v1/web/fn-1/ops/version";
  private static final Build BUILD =
      new Build("abc-dirty", "2026-11-21T07:00:00Z", List.of("ops/version"));

  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "INSTANCE", "stage",
              "TWILIO_AUTH_TOKEN", TOKEN,
              "__OW_API_HOST", "https://faas.example.com",
              "__OW_NAMESPACE", "fn-1"));

  @Test
  void aSignedRequestIsToldInstanceCommitBuildTimeAndFunctions() {
    JsonObject response = get("", TwilioSigner.sign(TOKEN, URL, List.of()));

    assertThat(response.get("statusCode").getAsInt()).isEqualTo(200);
    assertThat(JsonParser.parseString(response.get("body").getAsString()))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"instance": "stage", "commit": "abc-dirty", "built": "2026-11-21T07:00:00Z",
                 "functions": ["ops/version"]}
                """));
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"outcome\":\"answered\"");
  }

  @Test
  void itAnswersByTheNameThatTheSignedUrlGives() {
    String query = "instance=prod";

    JsonObject response = get(query, TwilioSigner.sign(TOKEN, URL + "?" + query, List.of()));

    assertThat(response.get("body").getAsString()).contains("\"instance\":\"prod\"");
  }

  @Test
  void withoutTheSignatureNothingIsTold() {
    for (String signature : List.of("", TwilioSigner.sign("another", URL, List.of()))) {
      JsonObject response = get("", signature);

      assertThat(response.get("statusCode").getAsInt()).isEqualTo(403);
      assertThat(response.get("body").getAsString()).doesNotContain("abc-dirty");
    }
    assertThat(log.toString(StandardCharsets.UTF_8)).contains("\"outcome\":\"forbidden\"");
  }

  @Test
  void theBuildIsPackedIn() {
    Build packed = Build.packed();

    assertThat(packed.commit()).matches("([0-9a-f]{40}|unknown)(-dirty)?");
    assertThat(packed.built()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ");
  }

  @Test
  void theFunctionsAreThoseThatTheDeployerReadsInProjectYml() throws IOException {
    String yaml = Files.readString(Path.of("../../../project.yml"));
    List<String> deployed = new ArrayList<>();
    Map<String, List<Map<String, Object>>> project = new Yaml().load(yaml);
    for (Map<String, Object> each : project.get("packages")) {
      List<?> functions = (List<?>) each.get("functions");
      functions.forEach(
          function -> deployed.add(each.get("name") + "/" + ((Map<?, ?>) function).get("name")));
    }

    assertThat(Build.packed().functions())
        .contains("ops/version", "dialplans/outgoing")
        .containsExactlyElementsOf(deployed);
  }

  private JsonObject get(String query, String signature) {
    JsonObject headers = new JsonObject();
    headers.addProperty("x-twilio-signature", signature);
    JsonObject http = new JsonObject();
    http.addProperty("method", "GET");
    http.addProperty("path", "");
    http.add("headers", headers);
    http.addProperty("queryString", query);
    http.addProperty("body", "");
    JsonObject event = new JsonObject();
    event.add("http", http);
    return new VersionAction(
            name -> Optional.ofNullable(environment.get(name)),
            BUILD,
            new Log(new PrintStream(log, true, StandardCharsets.UTF_8)))
        .main(event);
  }
}
