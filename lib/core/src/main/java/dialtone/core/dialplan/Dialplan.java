package dialtone.core.dialplan;

import dialtone.core.host.Instance;
import dialtone.core.web.WebRequest;

/** What a function answers, as a rule: the same request and directory give the same TwiML. */
@FunctionalInterface
public interface Dialplan {

  /** The answer to a request that has been found genuine. */
  Answer answer(WebRequest request, Instance instance);
}
