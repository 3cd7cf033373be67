package dialtone.core.dialplan;

import com.twilio.twiml.VoiceResponse;
import com.twilio.twiml.voice.Dial;
import com.twilio.twiml.voice.Sip;
import dialtone.core.dialplan.Answer.Outcome;
import dialtone.core.host.Instance;
import dialtone.core.host.Settings;
import java.util.List;
import java.util.Optional;

/**
 * How every {@code <Dial>} is made, and the limit it has.
 *
 * @param timeLimit the longest a call may last, in seconds
 */
public record DialSettings(int timeLimit) {
  private static final int TWILIO_MOST_SECONDS = 86_400;

  /** Reads {@code TIME_LIMIT_SECONDS}, 3,600 if it is not set. */
  public static DialSettings of(Settings settings) {
    return new DialSettings(
        settings.wholeNumber("TIME_LIMIT_SECONDS", 1, TWILIO_MOST_SECONDS, 3_600));
  }

  /** A {@code <Dial>} that answers the caller when the callee answers and reports how it ended. */
  public static Dial.Builder reporting(Instance instance) {
    return new Dial.Builder().answerOnBridge(true).action(instance.sibling("dial_status"));
  }

  /** The same, ended by Twilio after {@link #timeLimit}. */
  public Dial.Builder limited(Instance instance) {
    return reporting(instance).timeLimit(timeLimit);
  }

  /**
   * Rings SIP addresses together; the first that answers has the call.
   *
   * @param callerId what the phones show; Twilio passes the caller's on if it is empty
   * @param addresses SIP URIs, 1 to 10
   */
  public Answer ring(Instance instance, Optional<String> callerId, List<String> addresses) {
    Dial.Builder dial = limited(instance);
    callerId.ifPresent(dial::callerId);
    addresses.forEach(address -> dial.sip(new Sip.Builder(address).build()));
    return dial(dial.build(), Outcome.DIAL);
  }

  /** A document of one {@code <Dial>}. */
  static Answer dial(Dial dial, Outcome outcome) {
    return new Answer(new VoiceResponse.Builder().dial(dial).build(), outcome, Optional.empty());
  }
}
