package dialtone.tools.server;

import com.google.gson.JsonObject;
import dialtone.tools.project.Web;
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
    if (web == Web.RAW) {
      describe(call, true, event);
      addBody(call, event);
      return event;
    }
    MergedParameters merged = new MergedParameters(event);
    merged.addForm(call.queryString());
    boolean opaque = call.body().length > 0 && !merged.addBody(call);
    if (event.keySet().stream().anyMatch(this::isReserved)) {
      throw new WebActionException(
          400, "Request defines parameters that are not allowed (e.g., reserved properties).");
    }
    describe(call, false, event);
    if (opaque) {
      addBody(call, event);
    }
    return event;
  }

  private void addBody(HttpCall call, JsonObject event) {
    MediaType type = MediaType.of(call.contentType());
    // JSON counts as binary for a function that takes it as it is: OpenWhisk keeps that habit.
    boolean base64 =
        call.body().length > 0 && (type.isBinary() || type.name().equals("application/json"));
    String body =
        base64
            ? Base64.getEncoder().encodeToString(call.body())
            : new String(call.body(), StandardCharsets.UTF_8);
    add(body, base64, event);
  }

  private static JsonObject headers(HttpCall call) {
    JsonObject headers = new JsonObject();
    call.headers().forEach(headers::addProperty);
    return headers;
  }
}
