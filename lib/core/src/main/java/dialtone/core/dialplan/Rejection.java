package dialtone.core.dialplan;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Hangup;
import com.twilio.twiml.voice.Say;
import dialtone.core.dialplan.Answer.Outcome;
import java.util.Locale;
import java.util.Optional;

/** Why a call is not put through, in the words that the caller hears. */
public enum Rejection {
  NO_EXTENSION("This phone is not set up to make calls."),
  NO_EMERGENCY("Emergency calls cannot be made from this phone. Use another phone to call 911."),
  CANNOT_BE_COMPLETED(
      "Your call cannot be completed as dialed. Please check the number and try again."),
  NOT_IN_SERVICE("The number you have dialed is not in service."),
  FAILED("We're sorry, your call cannot be completed at this time. Please try again later.");

  private final String words;

  Rejection(String words) {
    this.words = words;
  }

  /** The reason as the {@code reason} parameter writes it: {@code no-extension}. */
  public String reason() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The rejection that a {@code reason} parameter names; empty if none has that name. */
  public static Optional<Rejection> named(String reason) {
    for (Rejection rejection : values()) {
      if (rejection.reason().equals(reason)) {
        return Optional.of(rejection);
      }
    }
    return Optional.empty();
  }

  /** {@code <Say>} the reason, {@code <Hangup/>}. */
  public Answer answer() {
    return answer(Outcome.REJECT);
  }

  /** The same answer, with another outcome in the log. */
  public Answer answer(Outcome outcome) {
    VoiceResponse twiml =
        new VoiceResponse.Builder()
            .say(new Say.Builder(words).build())
            .hangup(new Hangup.Builder().build())
            .build();
    return new Answer(twiml, outcome, Optional.empty());
  }
}
