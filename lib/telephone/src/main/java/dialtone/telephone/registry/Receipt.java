package dialtone.telephone.registry;

import dialtone.telephone.task.Task;

/** The answer to a registry. */
public sealed interface Receipt {

  /** It is stored; {@code task} says how far it has got. */
  record Filed(Task task, Outcome outcome) implements Receipt {}

  /** It could not be stored: the sender has to send it again. */
  record NotStored(String reason) implements Receipt {}
}
