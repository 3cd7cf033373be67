package dialtone.simulator.twiml;

import java.util.List;
import java.util.Optional;

/**
 * What a TwiML document tells Twilio to do; one record a verb, with Twilio's defaults filled in.
 */
public sealed interface Verb {

  /** Does something for whichever verb this is. */
  <R> R accept(Visitor<R> visitor);

  /** The verb's start tag as it was sent. */
  String tag();

  /** Speech; {@code loop} 0 is for ever. */
  record Say(String tag, String text, int loop) implements Verb {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.say(this);
    }
  }

  /** An audio file, or keys if {@code digits} is there; {@code loop} 0 is for ever. */
  record Play(String tag, String url, Optional<String> digits, int loop) implements Verb {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.play(this);
    }
  }

  /** Silence, in seconds. */
  record Pause(String tag, int length) implements Verb {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.pause(this);
    }
  }

  /**
   * Collects keys.
   *
   * @param action none: the document's own URL
   * @param finishOnKey empty: no key ends it
   * @param timeout seconds without a key that end it
   * @param speech whether it also listens to what is said
   * @param prompts Say, Play and Pause, which the first key interrupts
   */
  record Gather(
      String tag,
      Optional<Callback> action,
      String finishOnKey,
      Optional<Integer> numDigits,
      int timeout,
      boolean actionOnEmptyResult,
      boolean speech,
      List<Verb> prompts)
      implements Verb {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.gather(this);
    }
  }

  /**
   * Calls others and connects the caller with the first who answers.
   *
   * @param action none: the document goes on
   * @param timeout seconds that it rings
   * @param timeLimit seconds that they may talk
   */
  record Dial(
      String tag,
      Optional<Callback> action,
      Optional<String> callerId,
      int timeout,
      int timeLimit,
      boolean answerOnBridge,
      boolean hangupOnStar,
      boolean sequential,
      boolean recorded,
      List<Noun> nouns)
      implements Verb {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.dial(this);
    }
  }

  /** Goes on with another document. */
  record Redirect(String tag, Callback to) implements Verb {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.redirect(this);
    }
  }

  /** Refuses a call that is not answered yet. */
  record Reject(String tag, boolean busy) implements Verb {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reject(this);
    }
  }

  /** Ends the call. */
  record Hangup(String tag) implements Verb {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.hangup(this);
    }
  }

  /**
   * Records the caller.
   *
   * @param action none: the document's own URL
   * @param timeout seconds of silence that end it
   * @param maxLength seconds at most
   */
  record RecordVoice(
      String tag,
      Optional<Callback> action,
      int timeout,
      int maxLength,
      String finishOnKey,
      boolean playBeep)
      implements Verb {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.record(this);
    }
  }

  /**
   * Puts the caller in a queue.
   *
   * @param waitUrl none: Twilio's hold music
   */
  record Enqueue(String tag, String queue, Optional<Callback> action, Optional<Callback> waitUrl)
      implements Verb {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.enqueue(this);
    }
  }

  /** Takes the caller out of the queue. */
  record Leave(String tag) implements Verb {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.leave(this);
    }
  }

  /** A verb that TwiML has and the simulator does not do. */
  record NotSimulated(String tag, String name) implements Verb {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.notSimulated(this);
    }
  }

  /** One method a verb, so that none is forgotten. */
  interface Visitor<R> {
    R say(Say say);

    R play(Play play);

    R pause(Pause pause);

    R gather(Gather gather);

    R dial(Dial dial);

    R redirect(Redirect redirect);

    R reject(Reject reject);

    R hangup(Hangup hangup);

    R record(RecordVoice record);

    R enqueue(Enqueue enqueue);

    R leave(Leave leave);

    R notSimulated(NotSimulated verb);
  }
}
