package dialtone.core.directory;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import dialtone.core.number.E164;
import dialtone.core.number.ServiceCode;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads one directory document and collects what is wrong with it. */
final class DirectoryDocument {
  private static final int MOST_SHARING = 10;
  private static final Set<String> KEYS =
      Set.of("caller_id", "number", "enable_emergency", "outgoing");
  private static final Set<String> RESERVED = Set.of("911", "933", "988", "112");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,31}");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{2,6}");
  private static final Pattern CONTEXT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,31}");

  private final List<String> mistakes = new ArrayList<>();
  private final Map<String, Extension> extensions = new LinkedHashMap<>();
  private final Map<String, E164> serviceCodes = new TreeMap<>();

  ExtensionDirectory read(String json) {
    try (JsonReader in = new JsonReader(new StringReader(json))) {
      members(in, "the document").forEach(this::readSection);
      in.peek(); // whatever follows is malformed
    } catch (IOException | IllegalStateException | JsonParseException e) {
      mistakes.add("not a JSON document: " + withoutAdvice(String.valueOf(e.getMessage())));
    }
    if (mistakes.isEmpty()) {
      checkWhole();
    }
    if (!mistakes.isEmpty()) {
      throw new DirectoryException("extension directory: " + String.join("\n", mistakes));
    }
    return new ExtensionDirectory(extensions, serviceCodes);
  }

  private void readSection(String key, Object value) {
    switch (key) {
      case "extensions" -> object(value, "\"extensions\"").forEach(this::readExtension);
      case "service_codes" -> object(value, "\"service_codes\"").forEach(this::readServiceCode);
      default -> mistakes.add("unknown key \"" + key + "\": expected extensions, service_codes");
    }
  }

  private void readExtension(String name, Object value) {
    String where = "extension \"" + name + "\"";
    if (!NAME.matcher(name).matches()) {
      mistakes.add(
          where + ": a name is 1 to 32 of a-z 0-9 . _ - and begins with a letter or digit");
    }
    Map<String, Object> members = object(value, where);
    members.keySet().stream()
        .filter(key -> !KEYS.contains(key))
        .forEach(key -> mistakes.add(where + ": unknown key \"" + key + "\""));
    Optional<E164> callerId = e164(where + ": caller_id", members.get("caller_id"));
    Optional<String> number =
        Optional.ofNullable(members.get("number"))
            .flatMap(each -> text(where + ": number", each, NUMBER, "2 to 6 digits"));
    Optional<Boolean> emergency = truth(where, members.get("enable_emergency"));
    Optional<String> outgoing =
        text(where + ": outgoing", members.get("outgoing"), CONTEXT, "a context such as main_menu");
    if (callerId.isPresent() && emergency.isPresent() && outgoing.isPresent()) {
      extensions.put(
          name, new Extension(name, callerId.get(), number, emergency.get(), outgoing.get()));
    }
  }

  private void readServiceCode(String code, Object value) {
    String where = "service code \"" + code + "\"";
    if (!ServiceCode.matches(code) || code.equals("911")) {
      mistakes.add(where + ": expected 211, 311, 411, 511, 611, 711, 811 or 988");
    }
    e164(where, value).ifPresent(number -> serviceCodes.put(code, number));
  }

  /** Gson begins with advice to programmers, on a setting that would take more than JSON. */
  private static String withoutAdvice(String message) {
    return message.replaceFirst("^Use JsonReader.* malformed JSON", "malformed");
  }

  private void checkWhole() {
    if (extensions.isEmpty()) {
      mistakes.add("it has no extension");
    }
    Map<String, String> dialled = new TreeMap<>();
    Map<E164, Integer> sharing = new LinkedHashMap<>();
    for (Extension extension : extensions.values()) {
      claim(dialled, extension.name(), extension);
      extension
          .number()
          .filter(number -> !number.equals(extension.name()))
          .ifPresent(number -> claim(dialled, number, extension));
      if (sharing.merge(extension.callerId(), 1, Integer::sum) == MOST_SHARING + 1) {
        mistakes.add(
            "extension \"%s\": caller_id %s is shared by more than %d extensions"
                .formatted(extension.name(), extension.callerId(), MOST_SHARING));
      }
    }
  }

  private void claim(Map<String, String> dialled, String digits, Extension extension) {
    String where = "extension \"" + extension.name() + "\": ";
    if (RESERVED.contains(digits) || ServiceCode.matches(digits)) {
      mistakes.add(where + digits + " is an emergency number or a service code");
    }
    String other = dialled.putIfAbsent(digits, extension.name());
    if (other != null) {
      mistakes.add(where + digits + " already reaches extension \"" + other + "\"");
    }
  }

  /** Gson's own tree would keep the last of two members with one name and say nothing. */
  private Map<String, Object> members(JsonReader in, String where) throws IOException {
    Map<String, Object> members = new LinkedHashMap<>();
    in.beginObject();
    while (in.hasNext()) {
      String name = in.nextName();
      Object value =
          in.peek() == JsonToken.BEGIN_OBJECT
              ? members(in, "\"" + name + "\"")
              : JsonParser.parseReader(in);
      if (members.put(name, value) != null) {
        mistakes.add(where + ": \"" + name + "\" is there twice");
      }
    }
    in.endObject();
    return members;
  }

  @SuppressWarnings("unchecked") // the only maps here are those that members() makes
  private Map<String, Object> object(Object value, String where) {
    if (value instanceof Map) {
      return (Map<String, Object>) value;
    }
    mistakes.add(where + " is " + value + ": expected an object");
    return Map.of();
  }

  private Optional<E164> e164(String where, Object value) {
    return string(value)
        .filter(E164::matches)
        .map(E164::new)
        .or(() -> missing(where, value, "an E.164 number such as \"+15035551212\""));
  }

  private Optional<String> text(String where, Object value, Pattern form, String expected) {
    return string(value)
        .filter(text -> form.matcher(text).matches())
        .or(() -> missing(where, value, expected));
  }

  private Optional<Boolean> truth(String where, Object value) {
    return value instanceof JsonPrimitive flag && flag.isBoolean()
        ? Optional.of(flag.getAsBoolean())
        : missing(where + ": enable_emergency", value, "true or false");
  }

  private <T> Optional<T> missing(String where, Object value, String expected) {
    mistakes.add(
        where + (value == null ? " is missing" : " is " + value) + ": expected " + expected);
    return Optional.empty();
  }

  private static Optional<String> string(Object value) {
    return value instanceof JsonPrimitive text && text.isString()
        ? Optional.of(text.getAsString())
        : Optional.empty();
  }
}
