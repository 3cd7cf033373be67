package dialtone.tools.twilio;

import com.google.gson.JsonObject;
import dialtone.tools.twilio.api.ApiPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** What is live in an account, as the file would describe it. */
final class ImportedFile {
  private final Live live;
  private final String stack;
  private final boolean promoted;
  private final ImportedValues values;
  private final LeftOut leftOut = new LeftOut();

  /**
   * @param isFunction whether the project has a function, {@code <package>/<function>}
   */
  ImportedFile(Live live, String stack, boolean promoted, Predicate<String> isFunction) {
    this.live = live;
    this.stack = stack;
    this.promoted = promoted;
    this.values = new ImportedValues(FunctionUrls.rest(stack, promoted), isFunction);
  }

  /** What is live and is not in the file, for people; known once the file is made. */
  List<String> leftOut() {
    return leftOut.lines();
  }

  String yaml() {
    Map<String, Object> sections = new LinkedHashMap<>();
    section(sections, Kind.CREDENTIAL_LIST, this::users);
    section(sections, Kind.IP_LIST, this::addresses);
    section(sections, Kind.APPLICATION, (list, entry) -> {});
    section(sections, Kind.DOMAIN, this::mappings);
    section(sections, Kind.PHONE_NUMBER, (list, entry) -> {});
    List<Map<String, Object>> resources = new ImportedResources(live, values, leftOut).entries();
    if (!resources.isEmpty()) {
      sections.put("resources", resources);
    }
    Map<String, Object> of = new LinkedHashMap<>();
    if (promoted) {
      of.put("promoted", true);
    }
    if (!values.instance().isEmpty()) {
      of.put("values", values.instance());
    }
    Map<String, Object> file = new LinkedHashMap<>();
    file.put("stacks", Map.of(stack, of));
    file.putAll(sections);
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    return new Yaml(options).dump(file);
  }

  private interface Parts {
    void add(ApiPath item, Map<String, Object> entry);
  }

  private void section(Map<String, Object> sections, Kind kind, Parts parts) {
    List<Map<String, Object>> entries = new ArrayList<>();
    ApiPath path = kind.path().orElseThrow();
    for (JsonObject record : leftOut.withoutDoubles(kind, Optional.empty(), live.list(path))) {
      Map<String, Object> entry = new LinkedHashMap<>();
      String key = Live.text(record, kind.liveKey());
      entry.put(kind.liveKey(), Substitution.escaped(key));
      values.describe(Live.sid(record), kind.section() + "/" + key);
      for (String name : new TreeSet<>(ApiAttributes.OF.get(kind))) {
        attribute(record, kind, AttributeName.property(name), entry);
      }
      parts.add(path.child(Live.sid(record)), entry);
      entries.add(entry);
    }
    if (!entries.isEmpty()) {
      sections.put(kind.section(), entries);
    }
  }

  /** Attributes that are empty stay out: the file leaves them alone. */
  private void attribute(JsonObject record, Kind kind, String property, Map<String, Object> entry) {
    String text = Live.text(record, property);
    if (property.equals(kind.liveKey()) || text.isEmpty()) {
      return;
    }
    Optional<String> application =
        property.equals("voice_application_sid") ? values.label(text) : Optional.empty();
    if (application.isPresent()) {
      String name = application.get().substring(Kind.APPLICATION.section().length() + 1);
      entry.put("voice_application", Substitution.escaped(name));
    } else {
      entry.put(property, values.of(record.get(property)));
    }
  }

  private void users(ApiPath list, Map<String, Object> entry) {
    entry.put("users", texts(list.child(Kind.CREDENTIAL.segment()), "username"));
  }

  private void addresses(ApiPath list, Map<String, Object> entry) {
    List<Map<String, Object>> addresses = new ArrayList<>();
    for (JsonObject record : live.list(list.child(Kind.IP_ADDRESS.segment()))) {
      Map<String, Object> address = new LinkedHashMap<>();
      address.put("friendly_name", Substitution.escaped(Live.text(record, "friendly_name")));
      address.put("ip_address", Live.text(record, "ip_address"));
      address.put("cidr_prefix_length", record.get("cidr_prefix_length").getAsInt());
      addresses.add(address);
    }
    entry.put("addresses", addresses);
  }

  private void mappings(ApiPath domain, Map<String, Object> entry) {
    Map<String, Object> calls = new LinkedHashMap<>();
    mapped(domain, Kind.CALL_CREDENTIALS, Kind.CREDENTIAL_LIST, calls);
    mapped(domain, Kind.CALL_ADDRESSES, Kind.IP_LIST, calls);
    entry.put("calls", calls);
    Map<String, Object> registrations = new LinkedHashMap<>();
    mapped(domain, Kind.REGISTRATION_CREDENTIALS, Kind.CREDENTIAL_LIST, registrations);
    entry.put("registrations", registrations);
  }

  /** Mappings of a list that is left out cannot be described: then all of them are left alone. */
  private void mapped(ApiPath domain, Kind mapping, Kind listed, Map<String, Object> entry) {
    ApiPath list = domain.child(mapping.segment());
    if (live.list(list).stream().allMatch(each -> values.label(Live.sid(each)).isPresent())) {
      entry.put(listed.section(), texts(list, "friendly_name"));
    }
  }

  private List<String> texts(ApiPath list, String property) {
    return live.list(list).stream()
        .map(record -> Substitution.escaped(Live.text(record, property)))
        .toList();
  }
}
