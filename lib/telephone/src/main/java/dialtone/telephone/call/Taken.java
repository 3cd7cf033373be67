package dialtone.telephone.call;

/** What became of a record. */
public sealed interface Taken {

  /** It was new, and made the call what it is now. */
  record Added(Call after) implements Taken {}

  /** The same record came before. */
  record Repeated(Kept<?> first) implements Taken {}

  /** Another record of this half came before. */
  record Contradicted(Contradiction contradiction) implements Taken {}
}
