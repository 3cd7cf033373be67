package dialtone.simulator.twiml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a document against the schema. Twilio warns and goes on: it leaves out an element that it
 * does not know there, and takes the default for a value that it does not.
 */
final class SchemaCheck {
  private final List<Flaw> flaws = new ArrayList<>();

  /** The same document without what Twilio leaves out. */
  Element checked(Element element) {
    Optional<ElementRule> rule = Schema.rule(element.name());
    return rule.isEmpty() ? element : checked(element, rule.get());
  }

  List<Flaw> flaws() {
    return List.copyOf(flaws);
  }

  private Element checked(Element element, ElementRule rule) {
    List<Element> children = new ArrayList<>();
    for (Element child : element.children()) {
      if (rule.children().contains(child.name())) {
        children.add(checked(child));
      } else {
        String known =
            rule.children().isEmpty()
                ? "nothing can be nested in it"
                : "expected " + rule.children().stream().sorted().toList();
        flaws.add(
            Flaw.breaking(
                TwilioError.SCHEMA_WARNING,
                at(child)
                    + "<%s> is not allowed in <%s>: %s"
                        .formatted(child.name(), element.name(), known)));
      }
    }
    Element whole =
        new Element(element.name(), element.attributes(), element.text(), children, element.line());
    return withoutBadAttributes(whole, rule);
  }

  private Element withoutBadAttributes(Element element, ElementRule rule) {
    Map<String, String> attributes = new LinkedHashMap<>(element.attributes());
    attributes
        .entrySet()
        .removeIf(
            each -> {
              Optional<Flaw> flaw = flaw(element, rule, each.getKey(), each.getValue());
              flaw.ifPresent(flaws::add);
              return flaw.isPresent();
            });
    return new Element(
        element.name(), attributes, element.text(), element.children(), element.line());
  }

  private static Optional<Flaw> flaw(
      Element element, ElementRule rule, String attribute, String value) {
    Optional<AttributeRule> known = rule.attribute(attribute);
    if (known.isEmpty()) {
      return Optional.of(
          Flaw.harmless(
              TwilioError.SCHEMA_WARNING,
              at(element)
                  + "attribute \"%s\" is not allowed in <%s>"
                      .formatted(attribute, element.name())));
    }
    return known
        .filter(each -> !each.values().test(value))
        .map(
            each ->
                Flaw.harmless(
                    each.otherwise(),
                    at(element)
                        + "%s=\"%s\" should be %s".formatted(attribute, value, each.expected())));
  }

  private static String at(Element element) {
    return "line " + element.line() + ", ";
  }
}
