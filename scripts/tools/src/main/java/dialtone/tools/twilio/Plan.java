package dialtone.tools.twilio;

import java.util.List;
import java.util.Optional;

/**
 * What makes the account as the file says, in the order to do it.
 *
 * @param sids the SIDs of the described resources that are there
 */
record Plan(String stack, List<Step> steps, Sids sids) {

  Plan {
    steps = List.copyOf(steps);
  }

  /** The steps that change something. */
  List<Step> changes() {
    return steps.stream().filter(step -> !(step instanceof Step.Keep)).toList();
  }

  /** The SIP users that get a password by it. */
  List<String> usersGivenPasswords() {
    return changes().stream()
        .map(Plan::described)
        .flatMap(Optional::stream)
        .filter(resource -> resource.kind().equals(Kind.CREDENTIAL))
        .map(Described::key)
        .distinct()
        .toList();
  }

  private static Optional<Described> described(Step step) {
    if (step instanceof Step.Create create) {
      return Optional.of(create.resource());
    }
    return step instanceof Step.Update update ? Optional.of(update.resource()) : Optional.empty();
  }

  int unchanged() {
    return steps.size() - changes().size();
  }
}
