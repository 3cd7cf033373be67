package dialtone.core.dialplan;

import com.twilio.twiml.voice.Number;
import dialtone.core.dialplan.Answer.Outcome;
import java.util.Optional;

/**
 * 911, and 933, which reads the caller's registered address back. No time limit ends such a call.
 */
final class EmergencyRoute implements Route {

  @Override
  public Optional<Answer> answer(Dialled dialled) {
    return dialled
        .target()
        .emergencyNumber()
        .map(
            number ->
                dialled.caller().emergencyEnabled()
                    ? dial(number, dialled)
                    : Rejection.NO_EMERGENCY.answer());
  }

  private static Answer dial(String number, Dialled dialled) {
    return DialSettings.dial(
        DialSettings.reporting(dialled.instance())
            .callerId(dialled.caller().callerId().value())
            .number(new Number.Builder(number).build())
            .build(),
        Outcome.EMERGENCY);
  }
}
