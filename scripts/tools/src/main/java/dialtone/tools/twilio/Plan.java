package dialtone.tools.twilio;

import java.util.List;

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

  int unchanged() {
    return steps.size() - changes().size();
  }
}
