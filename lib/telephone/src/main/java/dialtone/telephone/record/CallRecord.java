package dialtone.telephone.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;

/** What an exchange tells of a call: that it started, or that it stopped. */
public sealed interface CallRecord {
  /** A call's id: 1 to 100 letters, digits and {@code . _ ~ : @ + -}. */
  Pattern CALL_ID = Pattern.compile("[A-Za-z0-9._~:@+-]{1,100}");

  /** A subscriber: a number of 3 to 15 digits, or an extension's name. */
  Pattern SUBSCRIBER = Pattern.compile("[0-9]{3,15}|(?![0-9]+$)[a-z0-9][a-z0-9._-]{0,31}");

  /** The call that both its records name. */
  String callId();

  /** When it happened, to the millisecond: finer digits are cut off. */
  Instant timestamp();

  /** Which end of the call it is. */
  Half half();

  /**
   * A call has started.
   *
   * @param source who calls, and pays
   * @param destination who is called
   */
  record Start(String callId, Instant timestamp, String source, String destination)
      implements CallRecord {

    public Start {
      check(CALL_ID, callId);
      check(SUBSCRIBER, source);
      check(SUBSCRIBER, destination);
      timestamp = timestamp.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Half half() {
      return Half.START;
    }
  }

  /** A call has stopped. */
  record Stop(String callId, Instant timestamp) implements CallRecord {

    public Stop {
      check(CALL_ID, callId);
      timestamp = timestamp.truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public Half half() {
      return Half.STOP;
    }
  }

  private static void check(Pattern form, String text) {
    if (!form.matcher(text).matches()) {
      throw new IllegalArgumentException("\"" + text + "\" does not have the form " + form);
    }
  }
}
