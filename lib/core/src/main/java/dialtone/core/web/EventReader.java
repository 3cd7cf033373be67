package dialtone.core.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dialtone.core.web.Parameters.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells the hosts' event shapes apart and reads each. */
final class EventReader {
  private static final String FORM = "application/x-www-form-urlencoded";

  private EventReader() {}

  static WebRequest read(JsonObject event) {
    if (event.get("http") instanceof JsonObject http) {
      boolean raw = http.has("body") || http.has("queryString") || http.has("isBase64Encoded");
      return raw ? digitalOceanRaw(http) : parsed(http, "", event);
    }
    if (event.has("__ow_method") || event.has("__ow_headers") || event.has("__ow_path")) {
      boolean raw = event.has("__ow_body") || event.has("__ow_query");
      return raw ? openWhiskRaw(event) : parsed(event, "__ow_", event);
    }
    return new WebRequest(
        "", "", Map.of(), "", Parameters.NONE, "", merged(event), true, /* direct= */ true);
  }

  private static WebRequest digitalOceanRaw(JsonObject http) {
    Map<String, String> headers = headers(http.get("headers"));
    String body = text(http, "body");
    if (text(http, "isBase64Encoded").equals("true")) {
      body = base64Decoded(body);
    }
    return raw(http, "", headers, text(http, "queryString"), body);
  }

  private static WebRequest openWhiskRaw(JsonObject event) {
    Map<String, String> headers = headers(event.get("__ow_headers"));
    String body = text(event, "__ow_body");
    String type = mediaType(headers);
    if (!type.equals(FORM) && !type.startsWith("text/")) {
      body = base64Decoded(body);
    }
    return raw(event, "__ow_", headers, text(event, "__ow_query"), body);
  }

  private static WebRequest raw(
      JsonObject from, String prefix, Map<String, String> headers, String query, String body) {
    boolean isForm = mediaType(headers).equals(FORM);
    return new WebRequest(
        method(from, prefix),
        text(from, prefix + "path"),
        headers,
        query,
        Parameters.ofForm(query),
        body,
        isForm ? Parameters.ofForm(body) : Parameters.NONE,
        /* parsed= */ false,
        /* direct= */ false);
  }

  private static WebRequest parsed(JsonObject from, String prefix, JsonObject event) {
    return new WebRequest(
        method(from, prefix),
        text(from, prefix + "path"),
        headers(from.get(prefix + "headers")),
        "",
        Parameters.NONE,
        "",
        merged(event),
        /* parsed= */ true,
        /* direct= */ false);
  }

  private static Parameters merged(JsonObject event) {
    List<Parameter> list = new ArrayList<>();
    event
        .entrySet()
        .forEach(
            entry -> {
              if (entry.getKey().equals("http") || entry.getKey().startsWith("__ow_")) {
                return;
              }
              if (entry.getValue().isJsonArray()) {
                entry.getValue().getAsJsonArray().forEach(each -> add(list, entry.getKey(), each));
              } else {
                add(list, entry.getKey(), entry.getValue());
              }
            });
    return new Parameters(list);
  }

  private static void add(List<Parameter> list, String name, JsonElement value) {
    if (value.isJsonPrimitive()) {
      list.add(new Parameter(name, value.getAsString()));
    }
  }

  private static Map<String, String> headers(JsonElement element) {
    Map<String, String> headers = new HashMap<>();
    if (element instanceof JsonObject object) {
      object
          .entrySet()
          .forEach(
              entry -> {
                if (entry.getValue().isJsonPrimitive()) {
                  String name = entry.getKey().toLowerCase(Locale.ROOT);
                  headers.put(name, entry.getValue().getAsString());
                }
              });
    }
    return headers;
  }

  private static String mediaType(Map<String, String> headers) {
    String type = headers.getOrDefault("content-type", "");
    int semicolon = type.indexOf(';');
    return (semicolon < 0 ? type : type.substring(0, semicolon)).strip().toLowerCase(Locale.ROOT);
  }

  private static String method(JsonObject from, String prefix) {
    return text(from, prefix + "method").toUpperCase(Locale.ROOT);
  }

  private static String text(JsonObject from, String name) {
    JsonElement element = from.get(name);
    return element != null && element.isJsonPrimitive() ? element.getAsString() : "";
  }

  private static String base64Decoded(String text) {
    try {
      return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
