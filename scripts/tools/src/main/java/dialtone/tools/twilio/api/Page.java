package dialtone.tools.twilio.api;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.twilio.http.HttpMethod;
import com.twilio.http.Request;
import java.util.List;
import java.util.Optional;

/** One page of a list, in either of the API's two forms: {@code next_page_uri} or {@code meta}. */
record Page(String product, String uri) {
  /** The most that Twilio gives: fewer requests. */
  private static final String SIZE = "PageSize=1000";

  static Page first(ApiPath path, String accountSid) {
    return new Page(path.product(), path.uri(accountSid) + "?" + SIZE);
  }

  Request request() {
    return uri.startsWith("https://")
        ? new Request(HttpMethod.GET, uri)
        : new Request(HttpMethod.GET, product, uri);
  }

  /** Adds this page's records; returns the next page, if there is one. */
  Optional<Page> read(JsonObject answer, List<JsonObject> records) {
    JsonObject meta =
        answer.has("meta") && answer.get("meta").isJsonObject()
            ? answer.getAsJsonObject("meta")
            : new JsonObject();
    for (JsonElement record : answer.getAsJsonArray(recordsKey(answer, meta))) {
      records.add(record.getAsJsonObject());
    }
    return text(answer, "next_page_uri")
        .or(() -> text(meta, "next_page_url"))
        .map(next -> new Page(product, onTwilio(next)));
  }

  private String recordsKey(JsonObject answer, JsonObject meta) {
    return text(meta, "key")
        .or(
            () ->
                answer.entrySet().stream()
                    .filter(member -> member.getValue().isJsonArray())
                    .map(member -> member.getKey())
                    .findFirst())
        .orElseThrow(() -> new ApiFailure(this + ": Twilio's answer holds no list", 200));
  }

  /** The token follows a link to Twilio only. */
  private String onTwilio(String next) {
    if (next.startsWith("/") || next.startsWith("https://" + product + ".twilio.com/")) {
      return next;
    }
    throw new ApiFailure(this + ": the next page is not on Twilio: " + next, 200);
  }

  private static Optional<String> text(JsonObject object, String name) {
    JsonElement value = object.get(name);
    return value == null || value.isJsonNull()
        ? Optional.empty()
        : Optional.of(value.getAsString()).filter(text -> !text.isEmpty());
  }

  @Override
  public String toString() {
    return product + uri;
  }
}
