package dialtone.simulator.timeline;

/** What a caller can hear. */
public enum Sound {
  SPEECH("speech"),
  AUDIO("audio"),
  KEY_TONES("key tones"),
  SILENCE("silence"),
  RINGING("ringing"),
  BUSY_SIGNAL("busy signal"),
  NOT_IN_SERVICE("not in service"),
  HOLD_MUSIC("hold music"),
  BEEP("beep"),
  VOICE("the other end's voice"),
  APPLICATION_ERROR("application error");

  private final String words;

  Sound(String words) {
    this.words = words;
  }

  /** What it is called in the timeline and in a scenario's {@code hears}. */
  public String words() {
    return words;
  }
}
