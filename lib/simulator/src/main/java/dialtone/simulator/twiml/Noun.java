package dialtone.simulator.twiml;

import java.util.Optional;
import java.util.Set;

/** Whom a {@code <Dial>} calls. */
public sealed interface Noun {

  /** Whom it calls, as it is written: a number, a SIP URI, a name. */
  String address();

  /** A number of the public network. */
  record PhoneNumber(String address, Progress progress) implements Noun {}

  /** A SIP URI. */
  record Sip(String address, Progress progress) implements Noun {}

  /** A browser or app that registered under a name. */
  record Client(String address, Progress progress) implements Noun {}

  /** The first caller in a queue. */
  record Queue(String address, Progress progress) implements Noun {}

  /** A conference. */
  record Conference(String address) implements Noun {}

  /** Something that TwiML has and the simulator does not call. */
  record NotSimulated(String address, String name) implements Noun {}

  /** What becomes of a called leg. */
  enum Event {
    INITIATED,
    RINGING,
    ANSWERED,
    COMPLETED
  }

  /**
   * Where a leg's progress is reported.
   *
   * @param events those that are asked for; Twilio's default is the last alone
   * @param whispers whether a document is first played to whoever answers
   */
  record Progress(Optional<Callback> statusCallback, Set<Event> events, boolean whispers) {
    public Progress {
      events = Set.copyOf(events);
    }

    /** Reported nowhere. */
    public static final Progress NONE = new Progress(Optional.empty(), Set.of(), false);
  }
}
