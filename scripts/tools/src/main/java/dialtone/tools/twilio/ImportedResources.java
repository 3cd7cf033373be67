package dialtone.tools.twilio;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dialtone.tools.twilio.api.ApiPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** TaskRouter and Studio as they are live, in the file's general form. */
final class ImportedResources {
  /**
   * What is imported of a list's resources: what its attributes refer to comes before it. Left out
   * is what only Twilio sets, and what is no setting: which activity a worker is in just now.
   *
   * @param path from the product on, or below the parent's
   */
  private record Form(String path, List<String> attributes, List<Form> parts) {}

  private static final String UNIQUE = "FriendlyName";
  private static final Set<String> DOCUMENTS = Set.of("Attributes", "Configuration", "Definition");
  private static final List<Form> FORMS =
      List.of(
          new Form(
              "taskrouter/v1/Workspaces",
              List.of(
                  "EventCallbackUrl", "EventsFilter", "MultiTaskEnabled", "PrioritizeQueueOrder"),
              List.of(
                  part("Activities", "Available"),
                  part(
                      "TaskQueues",
                      "TargetWorkers",
                      "MaxReservedWorkers",
                      "TaskOrder",
                      "ReservationActivitySid",
                      "AssignmentActivitySid"),
                  part("Workers", "Attributes"),
                  part(
                      "Workflows",
                      "AssignmentCallbackUrl",
                      "FallbackAssignmentCallbackUrl",
                      "TaskReservationTimeout",
                      "Configuration"))),
          new Form("studio/v2/Flows", List.of("Status", "Definition"), List.of()));

  private final Live live;
  private final ImportedValues values;
  private final LeftOut leftOut;

  ImportedResources(Live live, ImportedValues values, LeftOut leftOut) {
    this.live = live;
    this.values = values;
    this.leftOut = leftOut;
  }

  /** The section {@code resources}. */
  List<Map<String, Object>> entries() {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (Form form : FORMS) {
      ApiPath path = ApiPath.parse(form.path());
      Kind kind = Kind.generic(path, UNIQUE, Set.of());
      entries.addAll(entries(form, kind, path, Optional.empty()));
    }
    return entries;
  }

  private List<Map<String, Object>> entries(
      Form form, Kind kind, ApiPath list, Optional<String> parent) {
    List<Map<String, Object>> entries = new ArrayList<>();
    for (JsonObject record : leftOut.withoutDoubles(kind, parent, live.list(list))) {
      String key = Live.text(record, kind.liveKey());
      String label = Described.label(kind, parent, key);
      entries.add(entry(form, live.whole(list, record), list.child(Live.sid(record)), label));
      values.describe(Live.sid(record), label);
    }
    return entries;
  }

  private Map<String, Object> entry(Form form, JsonObject record, ApiPath item, String label) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    attributes.put(UNIQUE, Substitution.escaped(Live.text(record, AttributeName.property(UNIQUE))));
    for (String name : form.attributes()) {
      JsonElement value = record.get(AttributeName.property(name));
      if (value != null && !new LiveValue(value).text().isEmpty()) {
        attributes.put(name, DOCUMENTS.contains(name) ? values.document(value) : values.of(value));
      }
    }
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("path", form.path());
    entry.put("unique", UNIQUE);
    entry.put("attributes", attributes);
    List<Map<String, Object>> parts = new ArrayList<>();
    for (Form part : form.parts()) {
      Kind kind = Kind.genericPart(part.path(), UNIQUE, Set.of());
      parts.addAll(entries(part, kind, item.child(part.path()), Optional.of(label)));
    }
    if (!parts.isEmpty()) {
      entry.put("resources", parts);
    }
    return entry;
  }

  private static Form part(String path, String... attributes) {
    return new Form(path, List.of(attributes), List.of());
  }
}
