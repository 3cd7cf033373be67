package dialtone.tools.packaging;

import com.google.gson.JsonObject;
import dialtone.testkit.TwilioRequest;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.FunctionModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The requests that a function answers while it is packaged, so that its start can be prepared for
 * them. Its {@code src/rehearsal/requests} has one on each line: form parameters, {@code
 * name=value}, divided by spaces; or {@code GET /path}; or {@code POST /path} and JSON. A line that
 * begins with a hash is a comment.
 */
final class RehearsalRequests {
  /** The auth token that the requests are signed with. */
  static final String TOKEN = "rehearsal";

  /** Where the function is said to be. */
  static final String API_HOST = "https://faas.example.com";

  static final String NAMESPACE = "fn-rehearsal";

  private RehearsalRequests() {}

  /** The lines that a host would write, each request in the shapes that hosts give it. */
  static List<String> of(FunctionModule function) {
    List<String> lines = new ArrayList<>();
    String url = API_HOST + "/api/v1/web/" + NAMESPACE + "/" + function.qualifiedName();
    for (String each : written(function.directory().resolve("src/rehearsal/requests"))) {
      if (each.startsWith("GET ") || each.startsWith("POST ")) {
        lines.add(line(function, api(each)));
      } else {
        TwilioRequest signed = form(each).signed(TOKEN, url);
        lines.add(line(function, signed.digitalOceanRaw()));
        lines.add(line(function, signed.openWhiskRaw()));
      }
    }
    TwilioRequest any = TwilioRequest.call("", "");
    lines.add(line(function, any.digitalOceanRaw()));
    lines.add(line(function, any.digitalOceanParsed()));
    lines.add(line(function, any.openWhiskParsed()));
    lines.add(line(function, any.direct()));
    lines.add(line(function, new JsonObject()));
    return lines;
  }

  /** An event in what the host writes for an activation. */
  static String line(FunctionModule function, JsonObject event) {
    JsonObject line = new JsonObject();
    line.add("value", event);
    line.addProperty("activation_id", "00000000000000000000000000000000");
    line.addProperty("transaction_id", "rehearsal");
    line.addProperty("namespace", NAMESPACE);
    line.addProperty("action_name", "/" + NAMESPACE + "/" + function.qualifiedName());
    line.addProperty("action_version", "0.0.1");
    line.addProperty("deadline", String.valueOf(System.currentTimeMillis() + 10_000));
    return line.toString();
  }

  /** DigitalOcean's event of a request whose body, if it has one, is JSON. */
  private static JsonObject api(String request) {
    String[] parts = request.split(" ", 3);
    JsonObject headers = new JsonObject();
    headers.addProperty("content-type", "application/json");
    JsonObject http = new JsonObject();
    http.addProperty("method", parts[0]);
    http.addProperty("path", parts[1].equals("/") ? "" : parts[1]);
    http.add("headers", headers);
    http.addProperty("queryString", "");
    http.addProperty("body", parts.length == 3 ? parts[2] : "");
    http.addProperty("isBase64Encoded", false);
    JsonObject event = new JsonObject();
    event.add("http", http);
    return event;
  }

  private static List<String> written(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .toList();
    } catch (IOException e) {
      throw new UserMistake("cannot read " + file, e);
    }
  }

  private static TwilioRequest form(String line) {
    TwilioRequest request =
        TwilioRequest.empty()
            .with("CallSid", TwilioRequest.CALL_SID)
            .with("ApiVersion", "2010-04-01");
    for (String pair : line.split("\\s+", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new UserMistake("\"" + pair + "\" in src/rehearsal/requests is no name=value");
      }
      request = request.with(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return request;
  }
}
