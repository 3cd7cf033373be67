package dialtone.tools.twilio;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dialtone.tools.command.UserMistake;
import dialtone.tools.twilio.api.ApiPath;
import dialtone.tools.twilio.api.TwilioAccount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What is in the account now, each list read once. A resource made lately may be missing from its
 * list: then the SID that Twilio gave when it was made finds it.
 */
final class Live {
  private final TwilioAccount account;
  private final Function<String, Optional<String>> recentSid;
  private final Map<ApiPath, List<JsonObject>> lists = new HashMap<>();

  /**
   * @param recentSid the SID that a resource with this label was made with lately, if it was
   */
  Live(TwilioAccount account, Function<String, Optional<String>> recentSid) {
    this.account = account;
    this.recentSid = recentSid;
  }

  List<JsonObject> list(ApiPath path) {
    return lists.computeIfAbsent(path, account::list);
  }

  /**
   * The one resource in a list whose key has this value.
   *
   * @throws UserMistake if there are two: it lists both
   */
  Optional<JsonObject> find(Described resource, ApiPath list, String key) {
    String property = resource.kind().liveKey();
    List<JsonObject> found =
        list(list).stream().filter(record -> text(record, property).equals(key)).toList();
    if (found.size() > 1) {
      throw new UserMistake(
          "%s is there %d times in the account: %s. Delete or rename all but one"
              .formatted(
                  resource,
                  found.size(),
                  String.join(", ", found.stream().map(record -> sid(record)).toList())));
    }
    return found.stream()
        .findFirst()
        .or(
            () ->
                recentSid
                    .apply(resource.label())
                    .flatMap(sid -> account.fetch(list.child(sid)))
                    .filter(record -> text(record, property).equals(key)));
  }

  /** All of a resource that its list has told of: a list leaves out a Studio flow's definition. */
  JsonObject whole(ApiPath list, JsonObject record) {
    return account.fetch(list.child(sid(record))).orElse(record);
  }

  static String sid(JsonObject record) {
    return text(record, "sid");
  }

  static String text(JsonObject record, String property) {
    JsonElement value = record.get(property);
    return value == null || value.isJsonNull() || !value.isJsonPrimitive()
        ? ""
        : value.getAsString();
  }
}
