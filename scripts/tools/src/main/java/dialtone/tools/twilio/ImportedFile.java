package dialtone.tools.twilio;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dialtone.tools.twilio.api.ApiPath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** What is live in an account, as the file would describe it. */
final class ImportedFile {
  private final Live live;
  private final String stack;
  private final boolean promoted;
  private final Map<String, String> instance = new LinkedHashMap<>();

  ImportedFile(Live live, String stack, boolean promoted) {
    this.live = live;
    this.stack = stack;
    this.promoted = promoted;
  }

  String yaml() {
    Map<String, Object> sections = new LinkedHashMap<>();
    section(sections, Kind.CREDENTIAL_LIST, this::users);
    section(sections, Kind.IP_LIST, this::addresses);
    section(sections, Kind.APPLICATION, (list, entry) -> {});
    section(sections, Kind.DOMAIN, this::mappings);
    section(sections, Kind.PHONE_NUMBER, (list, entry) -> {});
    Map<String, Object> of = new LinkedHashMap<>();
    if (promoted) {
      of.put("promoted", true);
    }
    if (!instance.isEmpty()) {
      of.put("values", instance);
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
    for (JsonObject record : live.list(path)) {
      Map<String, Object> entry = new LinkedHashMap<>();
      String key = Live.text(record, kind.liveKey());
      entry.put(kind.liveKey(), key);
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
        property.equals("voice_application_sid")
            ? nameOf(Kind.APPLICATION, text)
            : Optional.empty();
    if (application.isPresent()) {
      entry.put("voice_application", application.get());
    } else if (record.get(property) instanceof JsonPrimitive flag && flag.isBoolean()) {
      entry.put(property, flag.getAsBoolean());
    } else {
      entry.put(property, asFunction(text).orElse(text.replace("${", "$${")));
    }
  }

  /** The first instance that a URL names is the stack's; URLs at another are kept as they are. */
  private Optional<String> asFunction(String text) {
    return FunctionUrl.parse(text)
        .filter(url -> promoted ? url.rest().equals("?instance=" + stack) : url.rest().isEmpty())
        .filter(
            url -> {
              int path = url.base().indexOf("/api/v1/web/");
              String host = url.base().substring(0, path);
              String namespace = url.base().substring(path + "/api/v1/web/".length());
              instance.putIfAbsent("DO_HOST", host);
              instance.putIfAbsent("DO_NAMESPACE", namespace);
              return instance.get("DO_HOST").equals(host)
                  && instance.get("DO_NAMESPACE").equals(namespace);
            })
        .map(url -> "${" + url.function() + "}");
  }

  private void users(ApiPath list, Map<String, Object> entry) {
    entry.put("users", texts(list.child(Kind.CREDENTIAL.segment()), "username"));
  }

  private void addresses(ApiPath list, Map<String, Object> entry) {
    List<Map<String, Object>> addresses = new ArrayList<>();
    for (JsonObject record : live.list(list.child(Kind.IP_ADDRESS.segment()))) {
      Map<String, Object> address = new LinkedHashMap<>();
      address.put("friendly_name", Live.text(record, "friendly_name"));
      address.put("ip_address", Live.text(record, "ip_address"));
      address.put("cidr_prefix_length", record.get("cidr_prefix_length").getAsInt());
      addresses.add(address);
    }
    entry.put("addresses", addresses);
  }

  private void mappings(ApiPath domain, Map<String, Object> entry) {
    Map<String, Object> calls = new LinkedHashMap<>();
    calls.put(
        Kind.CREDENTIAL_LIST.section(),
        texts(domain.child(Kind.CALL_CREDENTIALS.segment()), "friendly_name"));
    calls.put(
        Kind.IP_LIST.section(),
        texts(domain.child(Kind.CALL_ADDRESSES.segment()), "friendly_name"));
    entry.put("calls", calls);
    entry.put(
        "registrations",
        Map.of(
            Kind.CREDENTIAL_LIST.section(),
            texts(domain.child(Kind.REGISTRATION_CREDENTIALS.segment()), "friendly_name")));
  }

  private List<String> texts(ApiPath list, String property) {
    return live.list(list).stream().map(record -> Live.text(record, property)).toList();
  }

  private Optional<String> nameOf(Kind kind, String sid) {
    return live.list(kind.path().orElseThrow()).stream()
        .filter(record -> Live.sid(record).equals(sid))
        .map(record -> Live.text(record, kind.liveKey()))
        .findFirst();
  }
}
