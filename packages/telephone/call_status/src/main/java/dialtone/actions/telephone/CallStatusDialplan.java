package dialtone.actions.telephone;

import com.twilio.twiml.VoiceResponse;
import dialtone.core.dialplan.Answer;
import dialtone.core.dialplan.Answer.Outcome;
import dialtone.core.dialplan.Dialplan;
import dialtone.core.host.Instance;
import dialtone.core.web.WebRequest;
import dialtone.telephone.feed.CallFeed;
import java.util.Optional;

/**
 * Tells of the calls that dial_status has not told of: whichever comes first counts, for two clocks
 * never tell quite the same. A leg that a {@code <Dial>} made belongs to its parent's call.
 */
final class CallStatusDialplan implements Dialplan {
  private final CallFeed calls;

  CallStatusDialplan(CallFeed calls) {
    this.calls = calls;
  }

  @Override
  public Answer answer(WebRequest request, Instance instance) {
    boolean leg = request.parameter("ParentCallSid").filter(sid -> !sid.isBlank()).isPresent();
    boolean completed = request.parameter("CallStatus").filter("completed"::equals).isPresent();
    if (completed && !leg) {
      calls.tell(request, "CallDuration").await();
    }
    return new Answer(new VoiceResponse.Builder().build(), Outcome.NOTED, Optional.empty());
  }
}
