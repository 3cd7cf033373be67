package dialtone.simulator;

/** Something that a person does during a call. */
public sealed interface Act {

  /** The caller presses a key: 0 to 9, * or #. */
  record PressesKey(char key) implements Act {
    public PressesKey {
      if ("0123456789*#".indexOf(key) < 0) {
        throw new IllegalArgumentException("a phone has no key " + key);
      }
    }
  }

  /** The caller hangs up. */
  record CallerHangsUp() implements Act {}

  /** Whoever is rung by hand picks up. */
  record OtherEndAnswers() implements Act {}

  /** Whoever is rung by hand declines. */
  record OtherEndDeclines() implements Act {}

  /** Whoever talks with the caller hangs up. */
  record OtherEndHangsUp() implements Act {}
}
