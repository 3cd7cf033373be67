package dialtone.tools.twilio;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where two JSON documents differ: the changes of single values, for people. */
final class DocumentChange {
  private final List<FieldChange> differences = new ArrayList<>();

  private DocumentChange() {}

  /** A change's parts, if it is of a document; else the change itself. */
  static List<FieldChange> parts(FieldChange change) {
    DocumentChange document = new DocumentChange();
    try {
      JsonElement from = JsonParser.parseString(change.from());
      JsonElement to = JsonParser.parseString(change.to());
      if (from.isJsonPrimitive() || from.isJsonNull() || to.isJsonPrimitive() || to.isJsonNull()) {
        return List.of(change);
      }
      document.compare(change.name(), from, to);
    } catch (JsonParseException e) {
      return List.of(change);
    }
    return document.differences;
  }

  private void compare(String name, JsonElement from, JsonElement to) {
    if (from instanceof JsonObject before && to instanceof JsonObject after) {
      Set<String> members = new LinkedHashSet<>(before.keySet());
      members.addAll(after.keySet());
      members.forEach(
          member -> compare(name + "." + member, before.get(member), after.get(member)));
    } else if (from instanceof JsonArray before && to instanceof JsonArray after) {
      for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
        compare(
            name + "[" + i + "]",
            i < before.size() ? before.get(i) : null,
            i < after.size() ? after.get(i) : null);
      }
    } else if (from == null || !from.equals(to)) {
      differences.add(new FieldChange(name, text(from), text(to)));
    }
  }

  private static String text(JsonElement value) {
    return value == null ? "(not there)" : value.toString();
  }
}
