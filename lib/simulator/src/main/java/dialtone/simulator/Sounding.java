package dialtone.simulator;

import dialtone.simulator.timeline.Sound;
import dialtone.simulator.twiml.Verb;
import java.time.Duration;
import java.util.Optional;

/**
 * What a caller hears of a Say, Play or Pause, and for how long. The simulator neither speaks nor
 * decodes audio: a word is taken for 0.4 s, a file for 5 s, a key for 0.25 s.
 *
 * @param repeats 0 is for ever
 */
record Sounding(Sound sound, String what, Duration length, int repeats) {
  private static final Duration WORD = Duration.ofMillis(400);
  private static final Duration FILE = Duration.ofSeconds(5);
  private static final Duration KEY = Duration.ofMillis(250);

  /** What is heard of a verb; empty if it is no Say, Play or Pause. */
  static Optional<Sounding> of(Verb verb) {
    if (verb instanceof Verb.Say say) {
      int words = say.text().isEmpty() ? 0 : say.text().split("\\s+", -1).length;
      return Optional.of(
          new Sounding(Sound.SPEECH, say.text(), WORD.multipliedBy(words), say.loop()));
    }
    if (verb instanceof Verb.Play play) {
      return Optional.of(
          play.digits()
              .map(
                  keys ->
                      new Sounding(
                          Sound.KEY_TONES, keys, KEY.multipliedBy(keys.length()), play.loop()))
              .orElseGet(() -> new Sounding(Sound.AUDIO, play.url(), FILE, play.loop())));
    }
    if (verb instanceof Verb.Pause pause) {
      return Optional.of(new Sounding(Sound.SILENCE, "", Duration.ofSeconds(pause.length()), 1));
    }
    return Optional.empty();
  }

  /** How long it all takes, repetitions included. */
  Duration inAll() {
    return repeats == 0 && !length.isZero() ? CallState.LONGEST : length.multipliedBy(repeats);
  }
}
