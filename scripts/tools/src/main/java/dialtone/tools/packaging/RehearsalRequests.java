package dialtone.tools.packaging;

import com.google.gson.JsonObject;
import dialtone.core.directory.BundledDirectory;
import dialtone.testkit.TwilioRequest;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.smoke.Cast;
import dialtone.tools.smoke.DialplanCases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The requests that a function answers while it is packaged, so that its start can be prepared for
 * them, each with what its answer has to be. Of a dialplan's function they are the rows of that
 * dialplan. Further ones are in {@code src/rehearsal/requests}, one on each line: the status of the
 * answer, then form parameters, {@code name=value}, divided by spaces; or {@code GET /path}; or
 * {@code POST /path} and JSON. A line that begins with a hash is a comment.
 */
final class RehearsalRequests {
  /** The auth token that the requests are signed with. */
  static final String TOKEN = "rehearsal";

  /** Where the function is said to be. */
  static final String API_HOST = "https://faas.example.com";

  static final String NAMESPACE = "fn-rehearsal";

  static final String DIALPLANS = "dialplans/";
  private static final Pattern LINE = Pattern.compile("(\\d{3}) +(\\S.*)");

  private RehearsalRequests() {}

  /**
   * The requests, each in the shapes that hosts give it.
   *
   * @param environment what the function finds in its environment
   */
  static List<RehearsedRequest> of(FunctionModule function, Map<String, String> environment) {
    List<RehearsedRequest> requests = new ArrayList<>();
    if (function.qualifiedName().startsWith(DIALPLANS)) {
      requests.addAll(rows(function, environment));
    }
    for (String line : written(function.directory().resolve("src/rehearsal/requests"))) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw mistake(line, "does not begin with the status of its answer, such as 200");
      }
      String request = parts.group(2);
      Expectation expected = Expectation.status(Integer.parseInt(parts.group(1)));
      if (request.startsWith("GET ") || request.startsWith("POST ")) {
        requests.add(new RehearsedRequest(request, api(request), expected));
      } else {
        requests.addAll(signed(function, request, form(request), expected));
      }
    }
    requests.addAll(ofNobody());
    return requests;
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

  /** Where a function is said to be. */
  static String url(String qualifiedName) {
    return API_HOST + "/api/v1/web/" + NAMESPACE + "/" + qualifiedName;
  }

  private static List<RehearsedRequest> rows(
      FunctionModule function, Map<String, String> environment) {
    Cast cast =
        new Cast(
            new BundledDirectory().directory(),
            name -> Optional.ofNullable(environment.get(name)).filter(RehearsalSettings::isSet),
            environment.getOrDefault("INSTANCE", "dev"),
            url(DIALPLANS + "dial_status"));
    return DialplanCases.all().stream()
        .filter(row -> row.function().equals(function.name()) && row.applies().test(cast))
        .flatMap(
            row ->
                signed(
                    function,
                    row.toString(),
                    cast.filledIn(row.request()),
                    Expectation.twiml(cast.filledIn(row.verbs())))
                    .stream())
        .toList();
  }

  /** A request in both shapes of raw web actions. */
  private static List<RehearsedRequest> signed(
      FunctionModule function, String title, TwilioRequest request, Expectation expected) {
    TwilioRequest signed = request.signed(TOKEN, url(function.qualifiedName()));
    return List.of(
        new RehearsedRequest(title, signed.digitalOceanRaw(), expected),
        new RehearsedRequest(title + " (OpenWhisk)", signed.openWhiskRaw(), expected));
  }

  /** What comes unsigned, or by no web action at all. */
  private static List<RehearsedRequest> ofNobody() {
    TwilioRequest any = TwilioRequest.call("", "");
    Expectation expected = Expectation.noServerError();
    return List.of(
        new RehearsedRequest("an unsigned request", any.digitalOceanRaw(), expected),
        new RehearsedRequest("an unsigned form", any.digitalOceanParsed(), expected),
        new RehearsedRequest("an unsigned form (OpenWhisk)", any.openWhiskParsed(), expected),
        new RehearsedRequest("a direct invocation", any.direct(), expected),
        new RehearsedRequest("an empty event", new JsonObject(), expected));
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
        throw mistake(pair, "is no name=value");
      }
      request = request.with(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return request;
  }

  private static UserMistake mistake(String text, String wrong) {
    return new UserMistake("\"" + text + "\" in src/rehearsal/requests " + wrong);
  }
}
