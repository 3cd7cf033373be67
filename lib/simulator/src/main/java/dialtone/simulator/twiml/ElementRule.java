package dialtone.simulator.twiml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** An element that Twilio knows: its attributes and the elements that may be nested in it. */
record ElementRule(Map<String, AttributeRule> attributes, Set<String> children) {

  ElementRule {
    attributes = Map.copyOf(attributes);
    children = Set.copyOf(children);
  }

  static ElementRule of(List<AttributeRule> attributes, String... children) {
    Map<String, AttributeRule> byName = new LinkedHashMap<>();
    attributes.forEach(rule -> byName.put(rule.name(), rule));
    return new ElementRule(byName, Set.of(children));
  }

  Optional<AttributeRule> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }
}
