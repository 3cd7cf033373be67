package dialtone.tools.twilio.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.twilio.http.Response;
import java.util.Optional;

/** What Twilio's error answers mean to the person who set the variables. */
final class Refusal {
  private Refusal() {}

  static ApiFailure of(Response response, String what, Credentials credentials) {
    int status = response.getStatusCode();
    JsonObject error = error(response.getContent());
    String code = text(error, "code").map(c -> ", error " + c).orElse("");
    String said = what + ": " + text(error, "message").orElse("no reason given");
    String remedy =
        switch (status) {
          case 401 ->
              ". Twilio does not accept these credentials: set %s and %s to the account's SID and"
                      .formatted(credentials.sidVariable(), credentials.tokenVariable())
                  + " its auth token";
          case 403 ->
              ". The token in %s may not do this: set it to the auth token of account %s (%s)"
                  .formatted(
                      credentials.tokenVariable(),
                      credentials.accountSid(),
                      credentials.sidVariable());
          case 429 -> ". Twilio has had too many requests: try again in a minute";
          default -> "";
        };
    return new ApiFailure(said + " (status " + status + code + ")" + remedy, status);
  }

  private static JsonObject error(String content) {
    try {
      JsonElement json = JsonParser.parseString(content == null ? "" : content);
      return json.isJsonObject() ? json.getAsJsonObject() : new JsonObject();
    } catch (JsonParseException e) {
      return new JsonObject();
    }
  }

  private static Optional<String> text(JsonObject error, String name) {
    JsonElement value = error.get(name);
    return value != null && value.isJsonPrimitive()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }
}
