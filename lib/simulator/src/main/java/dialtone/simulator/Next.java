package dialtone.simulator;

import dialtone.simulator.twiml.Method;
import java.net.URI;
import java.util.Map;

/** What follows a verb. */
sealed interface Next {
  /** The next verb of the document. */
  Next CONTINUE = new Continue();

  /** The call is over, and its end is in the timeline. */
  Next ENDED = new Over();

  /** The caller leaves the queue whose music this document is. */
  Next LEFT_QUEUE = new LeftQueue();

  record Continue() implements Next {}

  record Over() implements Next {}

  record LeftQueue() implements Next {}

  /** Another document. */
  record GoTo(String purpose, URI url, Method method, Map<String, String> more) implements Next {}
}
