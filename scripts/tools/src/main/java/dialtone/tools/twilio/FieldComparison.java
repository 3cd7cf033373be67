package dialtone.tools.twilio;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dialtone.tools.command.UserMistake;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compares the attributes that the file gives with the live ones; the others are left alone. */
record FieldComparison(Stack stack, Sids sids) {

  /** Whether nothing differs in a record that may leave attributes out. */
  boolean isAsDescribed(Described resource, JsonObject record) {
    return resource.attributes().keySet().stream()
            .filter(name -> !resource.kind().writeOnly().contains(name))
            .allMatch(name -> record.has(AttributeName.property(name)))
        && changes(resource, record).isEmpty();
  }

  List<FieldChange> changes(Described resource, JsonObject record) {
    List<FieldChange> changes = new ArrayList<>();
    resource
        .attributes()
        .forEach(
            (name, value) -> {
              if (!resource.kind().writeOnly().contains(name)) {
                compare(name, value, live(resource, name, record), changes);
              }
            });
    return changes;
  }

  private void compare(String name, Value value, LiveValue live, List<FieldChange> changes) {
    Optional<String> described = SidReference.resolve(value.text(), sids);
    boolean same =
        described.filter(live::is).isPresent()
            || (stack.promoted()
                && value.function().filter(function -> promoted(live, function)).isPresent());
    if (!same) {
      changes.add(new FieldChange(name, live.text(), described.orElse(value.text())));
    }
  }

  /** Which instance a promoted stack is at is what promotion says, not the file. */
  private boolean promoted(LiveValue live, String function) {
    return FunctionUrl.parse(live.text())
        .filter(url -> url.function().equals(function) && url.names(stack.name()))
        .isPresent();
  }

  private static LiveValue live(Described resource, String name, JsonObject record) {
    JsonElement value = record.get(AttributeName.property(name));
    if (value == null) {
      throw new UserMistake(
          "%s: Twilio tells of no \"%s\": it is misspelled, or belongs under write_only"
              .formatted(resource, name));
    }
    return new LiveValue(value);
  }
}
