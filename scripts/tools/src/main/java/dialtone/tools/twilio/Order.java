package dialtone.tools.twilio;

import dialtone.tools.command.UserMistake;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts what a resource needs before it, and else keeps the file's order. */
final class Order {
  private final Map<String, Described> resources;
  private final Map<String, Described> ordered = new LinkedHashMap<>();

  Order(Map<String, Described> resources) {
    this.resources = resources;
  }

  List<Described> dependency() {
    resources.values().forEach(resource -> place(resource, new LinkedHashSet<>()));
    return new ArrayList<>(ordered.values());
  }

  private void place(Described resource, Set<String> waiting) {
    if (ordered.containsKey(resource.label())) {
      return;
    }
    if (!waiting.add(resource.label())) {
      throw new UserMistake("these resources need each other: " + String.join(" -> ", waiting));
    }
    for (String label : resource.needs()) {
      Described needed = resources.get(label);
      if (needed == null) {
        throw new UserMistake(
            resource
                + " names \""
                + label
                + "\", which the file does not describe: it describes "
                + String.join(", ", resources.keySet()));
      }
      place(needed, waiting);
    }
    waiting.remove(resource.label());
    ordered.put(resource.label(), resource);
  }
}
