package dialtone.tools.twilio;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import dialtone.tools.command.UserMistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A mapping in the file, read key by key, so that a key nobody asks for is found. */
final class Section {
  private static final Gson JSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  private final String where;
  private final Map<String, Object> members = new LinkedHashMap<>();
  private final Set<String> read = new TreeSet<>();
  private final Substitution substitution;

  Section(String where, Object value, Substitution substitution) {
    this.where = where;
    this.substitution = substitution;
    if (!(value instanceof Map<?, ?> map)) {
      throw new UserMistake(where + ": expected keys with values, found " + found(value));
    }
    map.forEach((key, member) -> members.put(String.valueOf(key), member));
  }

  String where() {
    return where;
  }

  Set<String> keys() {
    return members.keySet();
  }

  boolean has(String key) {
    return members.containsKey(key);
  }

  /** Some other section inside this one; empty if it is left out. */
  Optional<Section> section(String key) {
    return has(key)
        ? Optional.of(new Section(where + ": " + key, take(key), substitution))
        : Optional.empty();
  }

  /** The sections that a key lists; none if it is left out. */
  List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    for (Object item : items(key)) {
      sections.add(
          new Section(where + ": " + key + " " + (sections.size() + 1), item, substitution));
    }
    return sections;
  }

  /** The texts that a key lists; none if it is left out. */
  List<String> texts(String key) {
    return items(key).stream().map(item -> scalar(key, item)).toList();
  }

  String text(String key) {
    if (!has(key)) {
      throw new UserMistake(where + ": " + key + " is missing");
    }
    return scalar(key, take(key));
  }

  Optional<String> optionalText(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** A text where a list may stand as well; empty if it is a list. */
  Optional<String> textInsteadOfList(String key) {
    return members.get(key) instanceof String ? Optional.of(text(key)) : Optional.empty();
  }

  boolean flag(String key) {
    read.add(key);
    Object value = members.getOrDefault(key, false);
    if (value instanceof Boolean truth) {
      return truth;
    }
    throw new UserMistake(where + ": " + key + ": expected true or false, found " + found(value));
  }

  /** A value of any form: a mapping or a list is JSON, as Twilio takes it. */
  Value value(String key) {
    Object value = take(key);
    if (value instanceof Map || value instanceof List) {
      return Value.of(JSON.toJson(filledIn(where + ": " + key, value)));
    }
    return substitution.value(where + ": " + key, scalarText(key, value));
  }

  /** Each text by itself: what stands for it may hold what JSON wants escaped. */
  private Object filledIn(String place, Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> filled = new LinkedHashMap<>();
      map.forEach(
          (key, member) ->
              filled.put(substitution.text(place, String.valueOf(key)), filledIn(place, member)));
      return filled;
    }
    if (value instanceof List<?> list) {
      List<Object> filled = new ArrayList<>();
      list.forEach(item -> filled.add(filledIn(place, item)));
      return filled;
    }
    return value instanceof String text ? substitution.text(place, text) : value;
  }

  /** All values under their keys. */
  Map<String, Value> values() {
    Map<String, Value> values = new LinkedHashMap<>();
    members.keySet().forEach(key -> values.put(key, value(key)));
    return values;
  }

  /**
   * @throws UserMistake if there is a key that was never asked for
   */
  void end() {
    for (String key : members.keySet()) {
      if (!read.contains(key)) {
        throw new UserMistake(
            where + ": unknown key \"" + key + "\": expected " + String.join(", ", read));
      }
    }
  }

  /** Names keys that may be there although this file leaves them out. */
  void knows(String... keys) {
    read.addAll(List.of(keys));
  }

  private List<?> items(String key) {
    Object value = has(key) ? take(key) : List.of();
    read.add(key);
    if (value instanceof List<?> list) {
      return list;
    }
    throw new UserMistake(where + ": " + key + ": expected a list, found " + found(value));
  }

  private Object take(String key) {
    read.add(key);
    return members.get(key);
  }

  private String scalar(String key, Object value) {
    return substitution.text(where + ": " + key, scalarText(key, value));
  }

  private String scalarText(String key, Object value) {
    if (value instanceof String || value instanceof Boolean || value instanceof Number) {
      return value.toString();
    }
    throw new UserMistake(where + ": " + key + ": expected a text, found " + found(value));
  }

  private static String found(Object value) {
    return value == null ? "nothing" : value instanceof Map ? "keys with values" : "" + value;
  }
}
