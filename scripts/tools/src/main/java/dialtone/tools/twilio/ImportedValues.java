package dialtone.tools.twilio;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says live values as the file does: a function's URL by the function, the SID of what the file
 * describes by its label, a document as keys with values.
 */
final class ImportedValues {
  private static final Pattern SID = Pattern.compile("\\b[A-Z]{2}[0-9a-f]{32}\\b");
  private static final Pattern PLAIN_LABEL = Pattern.compile("[^{}$\"\\\\\\p{Cntrl}]+");

  private final String rest;
  private final Predicate<String> isFunction;
  private final Map<String, String> instance = new LinkedHashMap<>();
  private final Map<String, String> labels = new HashMap<>();

  /**
   * @param rest what follows the function in the stack's own URLs: {@code ?instance=…} or nothing
   * @param isFunction whether the project has a function, {@code <package>/<function>}
   */
  ImportedValues(String rest, Predicate<String> isFunction) {
    this.rest = rest;
    this.isFunction = isFunction;
  }

  /** From now on the SID of a resource is said by the label that the file gives it. */
  void describe(String sid, String label) {
    if (PLAIN_LABEL.matcher(label).matches()) {
      labels.put(sid, label);
    }
  }

  /** What the file calls the resource with a SID; empty if it does not describe it. */
  Optional<String> label(String sid) {
    return Optional.ofNullable(labels.get(sid));
  }

  /** The stack's instance as values of the file: the first that a URL named; empty if none did. */
  Map<String, String> instance() {
    return instance;
  }

  /** A value of any form; null for null. */
  Object of(JsonElement json) {
    if (json.isJsonNull()) {
      return null;
    }
    if (json.isJsonObject()) {
      Map<String, Object> members = new LinkedHashMap<>();
      json.getAsJsonObject()
          .entrySet()
          .forEach(each -> members.put(Substitution.escaped(each.getKey()), of(each.getValue())));
      return members;
    }
    if (json.isJsonArray()) {
      List<Object> items = new ArrayList<>();
      json.getAsJsonArray().forEach(item -> items.add(of(item)));
      return items;
    }
    return scalar(json.getAsJsonPrimitive());
  }

  /** A document, which Twilio may tell as a text. */
  Object document(JsonElement json) {
    return json.isJsonPrimitive() ? of(JsonParser.parseString(json.getAsString())) : of(json);
  }

  String text(String text) {
    return asFunction(text)
        .orElseGet(
            () ->
                SID.matcher(Substitution.escaped(text))
                    .replaceAll(
                        found ->
                            Matcher.quoteReplacement(
                                label(found.group()).map(SidReference::to).orElse(found.group()))));
  }

  private Object scalar(JsonPrimitive value) {
    if (value.isBoolean()) {
      return value.getAsBoolean();
    }
    if (value.isString()) {
      return text(value.getAsString());
    }
    String digits = value.getAsString();
    return digits.matches("-?[0-9]{1,18}") ? (Object) Long.valueOf(digits) : value.getAsDouble();
  }

  /** The first instance that a URL names is the stack's; URLs at another are kept as they are. */
  private Optional<String> asFunction(String text) {
    return FunctionUrl.parse(text)
        .filter(url -> url.rest().equals(rest) && isFunction.test(url.function()))
        .filter(this::isAtTheInstance)
        .map(url -> "${" + url.function() + "}");
  }

  private boolean isAtTheInstance(FunctionUrl url) {
    instance.putIfAbsent("DO_HOST", url.host());
    instance.putIfAbsent("DO_NAMESPACE", url.namespace());
    return instance.get("DO_HOST").equals(url.host())
        && instance.get("DO_NAMESPACE").equals(url.namespace());
  }
}
