package dialtone.telephone.registry;

/** What became of a record, or of a registry as a whole. */
public enum Outcome {
  /** Something of it was new. */
  RECORDED,
  /** All of it had come before. */
  REPEATED,
  /** Nothing of it was new, and something says otherwise than what came before. */
  CONTRADICTED
}
