package dialtone.tools.twilio;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;

/**
 * A page of a list as Twilio writes it: in one form below api.twilio.com, in another elsewhere.
 *
 * @param path of the list, the product first
 * @param number from 0
 */
record ListPage(String path, int number, int size) {

  JsonObject of(List<JsonObject> all) {
    TwilioResource kind = TwilioResource.of(path);
    int from = Math.min(number * size, all.size());
    int to = Math.min(from + size, all.size());
    JsonArray records = new JsonArray();
    all.subList(from, to).forEach(record -> records.add(kind.listed(record)));
    JsonObject page = new JsonObject();
    page.add(kind.records(), records);
    String query = "?PageSize=" + size + "&Page=" + (number + 1);
    String next = path.substring(path.indexOf('/')) + kind.suffix() + query;
    boolean more = to < all.size();
    if (path.startsWith("api/")) {
      page.addProperty("uri", "/" + path);
      page.addProperty("next_page_uri", more ? next : null);
    } else {
      String host = "https://" + path.substring(0, path.indexOf('/')) + ".twilio.com";
      JsonObject meta = new JsonObject();
      meta.addProperty("key", kind.records());
      meta.add("next_page_url", more ? new JsonPrimitive(host + next) : JsonNull.INSTANCE);
      page.add("meta", meta);
    }
    return page;
  }
}
