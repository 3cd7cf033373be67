package dialtone.core.dialplan;

import com.twilio.twiml.VoiceResponse;
import java.util.Optional;

/**
 * A dialplan's answer.
 *
 * @param twiml what Twilio is to do
 * @param outcome what that is, for the log
 * @param extension the name of the extension that dialled, if one is known
 */
public record Answer(VoiceResponse twiml, Outcome outcome, Optional<String> extension) {

  /** What became of a request. */
  public enum Outcome {
    EMERGENCY,
    DIAL,
    REJECT,
    HANG_UP,
    BUSY,
    APOLOGY,
    /** Nobody waits for the answer: what was told is kept. */
    NOTED,
    FORBIDDEN
  }

  /** The same answer to a known extension. */
  public Answer to(String extension) {
    return new Answer(twiml, outcome, Optional.of(extension));
  }
}
