package dialtone.tools.twilio;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is live and cannot be described: things that have one name. */
final class LeftOut {
  private final List<String> lines = new ArrayList<>();

  /** A list's resources but for those that share their key with another. */
  List<JsonObject> withoutDoubles(Kind kind, Optional<String> parent, List<JsonObject> records) {
    Map<String, List<JsonObject>> byKey = new LinkedHashMap<>();
    for (JsonObject record : records) {
      byKey
          .computeIfAbsent(Live.text(record, kind.liveKey()), key -> new ArrayList<>())
          .add(record);
    }
    List<JsonObject> single = new ArrayList<>();
    byKey.forEach(
        (key, same) -> {
          if (same.size() == 1) {
            single.add(same.get(0));
          } else {
            lines.add(
                "Left out: %s %s%s is there %d times (%s). Rename all but one and import again"
                    .formatted(
                        kind.noun(),
                        key,
                        parent.map(owner -> " of " + owner).orElse(""),
                        same.size(),
                        String.join(", ", same.stream().map(Live::sid).toList())));
          }
        });
    return single;
  }

  /** For people, one line each. */
  List<String> lines() {
    return List.copyOf(lines);
  }
}
