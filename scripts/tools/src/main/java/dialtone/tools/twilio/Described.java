package dialtone.tools.twilio;

import dialtone.tools.twilio.api.ApiPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A resource as the file describes it.
 *
 * @param label what {@code ${sid:…}} calls it: {@code <section>/<key>}, or of the general form
 *     {@code resources/<name>}, or without a name {@code resources/<path>/<key>}; unique in the
 *     file
 * @param parent the resource that it is part of
 * @param key the value of its unique attribute; may hold {@code ${sid:…}}
 * @param attributes by their names in the REST API, without the key
 */
record Described(
    String label,
    Kind kind,
    Optional<Described> parent,
    String key,
    Map<String, Value> attributes) {

  Described {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
  }

  /** The list that it is in; empty while its parent is not there. */
  Optional<ApiPath> list(Sids sids) {
    return kind.path().or(() -> list(kind, parent.orElseThrow(), sids));
  }

  /** The list of a kind's resources that are part of a parent; empty while that is not there. */
  static Optional<ApiPath> list(Kind kind, Described parent, Sids sids) {
    return parent
        .list(sids)
        .flatMap(list -> sids.of(parent.label()).map(sid -> list.child(sid).child(kind.segment())));
  }

  /** The label of a resource of the general form that has no name. */
  static String label(Kind kind, Optional<String> parent, String key) {
    String list =
        parent
            .map(owner -> owner + "/" + kind.segment())
            .orElseGet(() -> kind.section() + "/" + kind.path().orElseThrow().belowAccount());
    return list + "/" + key;
  }

  /** Its key for people: a mapped list by its name. */
  String name() {
    return SidReference.display(key);
  }

  /** The labels of the resources that must be there before it. */
  Set<String> needs() {
    Set<String> labels = new TreeSet<>(SidReference.in(key));
    attributes.values().forEach(value -> labels.addAll(SidReference.in(value.text())));
    parent.ifPresent(owner -> labels.add(owner.label()));
    return labels;
  }

  @Override
  public String toString() {
    return kind.noun() + " " + name() + parent.map(owner -> " of " + owner).orElse("");
  }
}
