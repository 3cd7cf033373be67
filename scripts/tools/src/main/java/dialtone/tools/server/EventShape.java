package dialtone.tools.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dialtone.tools.project.Web;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/** The form in which a host hands a request to a function. */
public enum EventShape {
  DIGITALOCEAN {
    @Override
    boolean isReserved(String name) {
      return name.equals("http");
    }

    @Override
    void describe(HttpCall call, boolean raw, JsonObject event) {
      JsonObject http = new JsonObject();
      http.addProperty("method", call.method());
      http.addProperty("path", call.path());
      http.add("headers", headers(call));
      if (raw) {
        http.addProperty("queryString", call.queryString());
      }
      event.add("http", http);
    }

    @Override
    void add(String body, boolean base64, JsonObject event) {
      JsonObject http = event.getAsJsonObject("http");
      http.addProperty("body", body);
      http.addProperty("isBase64Encoded", base64);
    }
  },
  OPENWHISK {
    @Override
    boolean isReserved(String name) {
      return name.startsWith("__ow_");
    }

    @Override
    void describe(HttpCall call, boolean raw, JsonObject event) {
      event.addProperty("__ow_method", call.method().toLowerCase(Locale.ROOT));
      event.add("__ow_headers", headers(call));
      event.addProperty("__ow_path", call.path());
      if (raw) {
        event.addProperty("__ow_query", call.queryString());
      }
    }

    @Override
    void add(String body, boolean base64, JsonObject event) {
      event.addProperty("__ow_body", body);
    }
  };

  abstract boolean isReserved(String name);

  abstract void describe(HttpCall call, boolean raw, JsonObject event);

  abstract void add(String body, boolean base64, JsonObject event);

  /**
   * The event of a request.
   *
   * @throws WebActionException if the host would not hand it to the function
   */
  JsonObject event(HttpCall call, Web web) {
    JsonObject event = new JsonObject();
    boolean raw = web == Web.RAW;
    if (!raw) {
      addForm(call.queryString(), event);
    }
    MediaType type = MediaType.of(call.contentType());
    if (raw || (call.body().length > 0 && !isMerged(type, call, event))) {
      boolean base64 =
          call.body().length > 0 && (type.isBinary() || type.name().equals("application/json"));
      describe(call, raw, event);
      add(
          base64
              ? Base64.getEncoder().encodeToString(call.body())
              : new String(call.body(), StandardCharsets.UTF_8),
          base64,
          event);
      return event;
    }
    if (event.keySet().stream().anyMatch(this::isReserved)) {
      throw new WebActionException(
          400, "Request defines parameters that are not allowed (e.g., reserved properties).");
    }
    describe(call, false, event);
    return event;
  }

  private static boolean isMerged(MediaType type, HttpCall call, JsonObject event) {
    String text = new String(call.body(), StandardCharsets.UTF_8);
    if (type.isForm()) {
      addForm(text, event);
      return true;
    }
    if (!type.isJson()) {
      return false;
    }
    try {
      JsonElement json = JsonParser.parseString(text);
      if (json.isJsonObject()) {
        json.getAsJsonObject()
            .entrySet()
            .forEach(each -> event.add(each.getKey(), each.getValue()));
      }
      return json.isJsonObject();
    } catch (JsonParseException e) {
      throw new WebActionException(400, "The request content was malformed.", e);
    }
  }

  /** Of a repeated name a host keeps the last value. */
  private static void addForm(String form, JsonObject event) {
    for (String pair : form.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        event.addProperty(decoded(name), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw new WebActionException(400, "The request content was malformed.", e);
    }
  }

  private static JsonObject headers(HttpCall call) {
    JsonObject headers = new JsonObject();
    call.headers().forEach(headers::addProperty);
    return headers;
  }
}
