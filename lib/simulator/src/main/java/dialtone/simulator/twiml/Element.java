package dialtone.simulator.twiml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An XML element.
 *
 * @param text the text directly inside it, without surrounding white space
 * @param line where it begins, from 1
 */
record Element(
    String name, Map<String, String> attributes, String text, List<Element> children, int line) {

  Element {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    children = List.copyOf(children);
  }

  Optional<String> attribute(String attribute) {
    return Optional.ofNullable(attributes.get(attribute));
  }

  /** The element as its start tag would show it. */
  String tag() {
    StringBuilder tag = new StringBuilder("<").append(name);
    attributes.forEach(
        (key, value) -> tag.append(' ').append(key).append("=\"").append(value).append('"'));
    return tag.append('>').toString();
  }
}
