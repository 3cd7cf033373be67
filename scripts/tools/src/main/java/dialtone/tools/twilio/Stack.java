package dialtone.tools.twilio;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * What the file says one stack needs.
 *
 * @param name a branch's: {@code dev}, {@code stage}, {@code prod} or any
 * @param promoted whether {@code scripts/promote} decides which instance its URLs name
 * @param resources what each needs comes before it
 * @param whole the lists inside resources that the file describes whole: what is not described is
 *     removed from them
 */
record Stack(String name, boolean promoted, List<Described> resources, Set<WholeList> whole) {

  Stack {
    resources = List.copyOf(resources);
    whole = Set.copyOf(whole);
  }

  /** A list inside a resource: all of a credential list's users, say. */
  record WholeList(Kind kind, Described parent) {
    static final Comparator<WholeList> ORDER =
        Comparator.comparing(list -> list.parent().label() + " " + list.kind().segment());
  }
}
