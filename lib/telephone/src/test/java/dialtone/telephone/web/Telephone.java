package dialtone.telephone.web;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.core.host.Edge;
import dialtone.core.host.Environment;
import dialtone.core.host.Settings;
import dialtone.core.log.Log;
import dialtone.telephone.Database;
import dialtone.telephone.SettableClock;
import dialtone.testkit.openapi.ApiContract;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The API's functions on a table of their own. What they answer is held against openapi.json. */
final class Telephone {
  static final String BASE = "http://127.0.0.1:8080/api/v1/web/local/telephone";

  static final ApiContract CONTRACT = new ApiContract(Assets.text("/dialtone/openapi.json"));

  final SettableClock clock = new SettableClock("2026-11-21T12:00:00.123456789Z");
  final Map<String, String> settings;
  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final Map<String, TelephoneAction> functions = new HashMap<>();

  Telephone() {
    this(Map.of());
  }

  Telephone(Map<String, String> more) {
    this(Database.withNewTable(), more);
  }

  Telephone(Map<String, String> database, Map<String, String> more) {
    settings = new HashMap<>(database);
    settings.put("__OW_API_HOST", "http://127.0.0.1:8080");
    settings.put("__OW_NAMESPACE", "local");
    settings.putAll(more);
  }

  Answer post(String path, String body) {
    return call("POST", path, body, Map.of("content-type", "application/json"));
  }

  Answer get(String path) {
    return get(path, Map.of());
  }

  Answer get(String path, Map<String, String> headers) {
    return call("GET", path, "", headers);
  }

  /** Calls what a URL below the API's names. */
  Answer call(String method, String path, String body, Map<String, String> headers) {
    int question = path.indexOf('?');
    String plain = question < 0 ? path : path.substring(0, question);
    int end = plain.indexOf('/', 1);
    String function = plain.substring(1, end < 0 ? plain.length() : end);
    JsonObject http = new JsonObject();
    http.addProperty("method", method);
    http.addProperty("path", end < 0 ? "" : plain.substring(end));
    http.addProperty("queryString", question < 0 ? "" : path.substring(question + 1));
    http.addProperty("body", body);
    http.addProperty("isBase64Encoded", false);
    JsonObject headerLines = new JsonObject();
    headers.forEach(headerLines::addProperty);
    http.add("headers", headerLines);
    JsonObject event = new JsonObject();
    event.add("http", http);
    Answer answer = invoke(function, event);
    CONTRACT.check(
        method,
        plain.replaceFirst("(?<=.)/$", ""),
        answer.status(),
        answer.contentType(),
        answer.body());
    return answer;
  }

  Answer invoke(String function, JsonObject event) {
    JsonObject response = functions.computeIfAbsent(function, this::start).main(event);
    Map<String, String> headers = new HashMap<>();
    response
        .getAsJsonObject("headers")
        .entrySet()
        .forEach(header -> headers.put(header.getKey(), header.getValue().getAsString()));
    return new Answer(
        response.get("statusCode").getAsInt(),
        headers.remove("Content-Type"),
        response.get("body").getAsString(),
        headers);
  }

  /** The last line of the log. */
  JsonObject logLine() {
    String[] lines = logged.toString(StandardCharsets.UTF_8).strip().split("\n", -1);
    return JsonParser.parseString(lines[lines.length - 1]).getAsJsonObject();
  }

  String log() {
    return logged.toString(StandardCharsets.UTF_8);
  }

  static JsonObject json(Answer answer) {
    return JsonParser.parseString(answer.body()).getAsJsonObject();
  }

  static String start(String callId, String timestamp, String source, String destination) {
    return """
        {"type": "start", "timestamp": "%s", "call_id": "%s", "source": "%s", "destination": "%s"}"""
        .formatted(timestamp, callId, source, destination);
  }

  static String stop(String callId, String timestamp) {
    return """
        {"type": "stop", "timestamp": "%s", "call_id": "%s"}"""
        .formatted(timestamp, callId);
  }

  Edge edge() {
    Environment environment = Database.environment(settings);
    Log log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8));
    return new Edge(environment, new Settings(environment), clock, log);
  }

  private TelephoneAction start(String function) {
    return switch (function) {
      case "registry" -> TelephoneFunctions.registry(edge());
      case "calls" -> TelephoneFunctions.calls(edge());
      case "bills" -> TelephoneFunctions.bills(edge());
      case "task" -> TelephoneFunctions.task(edge());
      case "worker" -> TelephoneFunctions.worker(edge());
      case "openapi" -> DocsFunctions.open("openapi", new OpenApiResource(), edge());
      case "docs" -> DocsFunctions.open("docs", DocsResource.swaggerUi(), edge());
      case "redoc" -> DocsFunctions.open("redoc", DocsResource.redoc(), edge());
      default -> throw new IllegalArgumentException(function);
    };
  }
}
