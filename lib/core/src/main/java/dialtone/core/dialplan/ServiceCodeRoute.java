package dialtone.core.dialplan;

import com.twilio.twiml.voice.Number;
import dialtone.core.dialplan.Answer.Outcome;
import dialtone.core.number.E164;
import dialtone.core.number.ServiceCode;
import java.util.Optional;

/** A service code such as 211, where the directory says which number that is. */
final class ServiceCodeRoute implements Route {
  private final DialSettings dial;

  ServiceCodeRoute(DialSettings dial) {
    this.dial = dial;
  }

  @Override
  public Optional<Answer> answer(Dialled dialled) {
    return Optional.of(dialled.target().digits())
        .filter(ServiceCode::matches)
        .map(
            code ->
                dialled
                    .directory()
                    .serviceNumber(code)
                    .map(number -> dial(number, dialled, dial))
                    .orElseGet(Rejection.CANNOT_BE_COMPLETED::answer));
  }

  /** Dials a number of the public network, with the caller's own number as caller ID. */
  static Answer dial(E164 number, Dialled dialled, DialSettings dial) {
    return DialSettings.dial(
        dial.limited(dialled.instance())
            .callerId(dialled.caller().callerId().value())
            .number(new Number.Builder(number.value()).build())
            .build(),
        Outcome.DIAL);
  }
}
