package dialtone.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What an OpenAPI 3.1 document promises, to hold answers against. */
public final class ApiContract {
  private static final String URL = "https://dialtone.invalid/openapi.json";

  private final JsonNode document;
  private final JsonSchemaFactory schemas;

  /**
   * Reads a document.
   *
   * @throws IllegalArgumentException if it is no JSON
   */
  public ApiContract(String text) {
    try {
      document = new ObjectMapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
    schemas =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(all -> all.schemas(Map.of(URL, text))));
  }

  /** The document. */
  public JsonNode document() {
    return document;
  }

  /**
   * Fails if the document does not allow this answer to this request.
   *
   * @param path below the API's base, without query; begins with a slash
   * @param contentType may have parameters
   */
  public void check(String method, String path, int status, String contentType, String body) {
    String template = template(path);
    String verb = method.equals("HEAD") ? "get" : method.toLowerCase(Locale.ROOT);
    String pointer = "/paths/" + escaped(template) + "/" + verb;
    if (document.at(pointer).isMissingNode()) {
      assertThat(status).as("%s %s", method, path).isIn(401, 403, 405);
      pointer = "/paths/" + escaped(template) + "/get";
    }
    String response = followed(pointer + "/responses/" + status);
    assertThat(document.at(response).isMissingNode())
        .as("%s %s may be answered with %d", method, path, status)
        .isFalse();
    String type = contentType.replaceFirst(";.*", "");
    JsonNode content = document.at(response + "/content");
    assertThat(content.has(type)).as("%s %s as %s", method, path, type).isTrue();
    if (type.endsWith("json")) {
      String schema = response + "/content/" + escaped(type) + "/schema";
      assertThat(violations(schema, body)).as(body).isEmpty();
    }
  }

  /** What of a JSON text breaks the schema at a JSON pointer into the document. */
  public List<String> violations(String pointer, String json) {
    JsonSchema schema =
        schemas.getSchema(
            SchemaLocation.of(URL + "#" + pointer), SchemaValidatorsConfig.builder().build());
    return schema
        .validate(
            json,
            InputFormat.JSON,
            context -> context.getExecutionConfig().setFormatAssertionsEnabled(true))
        .stream()
        .map(Object::toString)
        .toList();
  }

  private String followed(String pointer) {
    JsonNode ref = document.at(pointer + "/$ref");
    return ref.isMissingNode() ? pointer : ref.asText().substring(1);
  }

  private String template(String path) {
    List<String> matching = new ArrayList<>();
    document
        .get("paths")
        .fieldNames()
        .forEachRemaining(
            template -> {
              String pattern = Pattern.compile("\\{[a-z_]+}").matcher(template).replaceAll("[^/]+");
              if (path.matches(pattern)) {
                matching.add(template);
              }
            });
    assertThat(matching).as("templates of " + path).hasSize(1);
    return matching.get(0);
  }

  private static String escaped(String segment) {
    return segment.replace("~", "~0").replace("/", "~1");
  }
}
