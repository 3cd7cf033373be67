package dialtone.actions.dialplans;

import dialtone.core.dialplan.Answer;
import dialtone.core.dialplan.Dialplan;
import dialtone.core.dialplan.Rejection;
import dialtone.core.host.Instance;
import dialtone.core.web.WebRequest;

/** Says why a call is not put through: the {@code reason} parameter, or the general one. */
final class RejectDialplan implements Dialplan {

  @Override
  public Answer answer(WebRequest request, Instance instance) {
    return request
        .parameter("reason")
        .flatMap(Rejection::named)
        .orElse(Rejection.CANNOT_BE_COMPLETED)
        .answer();
  }
}
