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
 * name=value}, divided by spaces; a line that begins with a hash is a comment.
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
    for (TwilioRequest request : forms(function.directory().resolve("src/rehearsal/requests"))) {
      TwilioRequest signed = request.signed(TOKEN, url);
      lines.add(line(function, signed.digitalOceanRaw()));
      lines.add(line(function, signed.openWhiskRaw()));
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

  private static List<TwilioRequest> forms(Path file) {
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(RehearsalRequests::form)
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
