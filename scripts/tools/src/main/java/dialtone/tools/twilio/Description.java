package dialtone.tools.twilio;

import dialtone.tools.command.UserMistake;
import dialtone.tools.twilio.Stack.WholeList;
import dialtone.tools.twilio.api.ApiPath;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the sections of the file into resources of the general form. */
final class Description {
  /** Not a field of Twilio's: what the credential's password is made from. */
  static final String PASSWORD = "Password";

  private final Section file;
  private final ExtensionNames directory;
  private final Map<String, Described> resources = new LinkedHashMap<>();
  private final Set<WholeList> whole = new HashSet<>();

  Description(Section file, ExtensionNames directory) {
    this.file = file;
    this.directory = directory;
  }

  Stack stack(String name, boolean promoted) {
    named(Kind.CREDENTIAL_LIST, List.of("users"), this::users);
    named(Kind.IP_LIST, List.of("addresses"), this::addresses);
    named(Kind.APPLICATION, List.of(), (section, application) -> {});
    named(Kind.DOMAIN, List.of("calls", "registrations"), this::mappings);
    named(Kind.PHONE_NUMBER, List.of(), (section, number) -> {});
    file.sections("resources").forEach(this::generic);
    file.end();
    return new Stack(name, promoted, new Order(resources).dependency(), whole);
  }

  private interface Parts {
    void read(Section section, Described resource);
  }

  private void named(Kind kind, List<String> partKeys, Parts parts) {
    for (Section section : file.sections(kind.section())) {
      String key = section.text(AttributeName.property(kind.key()));
      Map<String, Value> attributes = new LinkedHashMap<>();
      for (String each : section.keys()) {
        if (!partKeys.contains(each) && !each.equals(AttributeName.property(kind.key()))) {
          Shorthand.put(section, kind, each, attributes);
        }
      }
      parts.read(
          section,
          add(new Described(label(kind, key), kind, Optional.empty(), key, attributes), section));
      section.end();
    }
  }

  private void users(Section section, Described list) {
    if (!section.has("users")) {
      return;
    }
    List<String> names =
        section.textInsteadOfList("users").filter("extensions"::equals).isPresent()
            ? directory.names()
            : section.texts("users");
    whole.add(new WholeList(Kind.CREDENTIAL, list));
    for (String name : names) {
      part(
          Kind.CREDENTIAL,
          list,
          name,
          Map.of(PASSWORD, Value.of(Passwords.placeholder(name))),
          section);
    }
  }

  private void addresses(Section section, Described list) {
    if (!section.has("addresses")) {
      return;
    }
    whole.add(new WholeList(Kind.IP_ADDRESS, list));
    for (Section address : section.sections("addresses")) {
      String key = address.text("ip_address");
      Map<String, Value> attributes = new LinkedHashMap<>();
      attributes.put("FriendlyName", Value.of(address.text("friendly_name")));
      if (address.has("cidr_prefix_length")) {
        attributes.put("CidrPrefixLength", address.value("cidr_prefix_length"));
      }
      address.end();
      part(Kind.IP_ADDRESS, list, key, attributes, address);
    }
  }

  private void mappings(Section section, Described domain) {
    section
        .section("calls")
        .ifPresent(
            calls -> {
              mapping(calls, Kind.CREDENTIAL_LIST, Kind.CALL_CREDENTIALS, domain);
              mapping(calls, Kind.IP_LIST, Kind.CALL_ADDRESSES, domain);
              calls.end();
            });
    section
        .section("registrations")
        .ifPresent(
            registrations -> {
              mapping(registrations, Kind.CREDENTIAL_LIST, Kind.REGISTRATION_CREDENTIALS, domain);
              registrations.end();
            });
  }

  private void mapping(Section section, Kind listed, Kind mapping, Described domain) {
    section.knows(listed.section());
    if (!section.has(listed.section())) {
      return;
    }
    whole.add(new WholeList(mapping, domain));
    for (String name : section.texts(listed.section())) {
      part(mapping, domain, SidReference.to(label(listed, name)), Map.of(), section);
    }
  }

  private void generic(Section section) {
    Kind kind =
        Kind.generic(
            ApiPath.parse(section.text("path")),
            section.text("unique"),
            Set.copyOf(section.texts("write_only")));
    generic(section, kind, Optional.empty());
  }

  private void generic(Section section, Kind kind, Optional<Described> parent) {
    Section attributes =
        section
            .section("attributes")
            .orElseThrow(() -> new UserMistake(section.where() + ": attributes is missing"));
    String key = attributes.text(kind.key());
    Map<String, Value> values = attributes.values();
    values.remove(kind.key());
    String label =
        section
            .optionalText("name")
            .map(name -> kind.section() + "/" + name)
            .orElseGet(() -> Described.label(kind, parent.map(Described::label), key));
    Described resource = add(new Described(label, kind, parent, key, values), section);
    for (Section child : section.sections("resources")) {
      Kind childKind =
          Kind.genericPart(
              child.text("path"), child.text("unique"), Set.copyOf(child.texts("write_only")));
      generic(child, childKind, Optional.of(resource));
    }
    section.end();
  }

  private void part(
      Kind kind, Described parent, String key, Map<String, Value> attributes, Section section) {
    String label = Described.label(kind, Optional.of(parent.label()), key);
    add(new Described(label, kind, Optional.of(parent), key, attributes), section);
  }

  private Described add(Described resource, Section section) {
    if (resources.putIfAbsent(resource.label(), resource) != null) {
      throw new UserMistake(section.where() + ": " + resource + " is described twice");
    }
    return resource;
  }

  private static String label(Kind kind, String key) {
    return kind.section() + "/" + key;
  }
}
