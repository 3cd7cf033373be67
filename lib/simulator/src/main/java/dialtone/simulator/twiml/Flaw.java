package dialtone.simulator.twiml;

import java.util.Locale;

/**
 * Something that Twilio would log in its debugger.
 *
 * @param error what Twilio calls it
 * @param detail what it is about: the attribute, the URL, the line
 * @param breaks whether something that the dialplan asks for does not happen because of it
 */
public record Flaw(TwilioError error, String detail, boolean breaks) {

  /** The call does not do what the dialplan asks for. */
  public static Flaw breaking(TwilioError error, String detail) {
    return new Flaw(error, detail, true);
  }

  /** Twilio goes on with a default, or without what it does not know. */
  public static Flaw harmless(TwilioError error, String detail) {
    return new Flaw(error, detail, false);
  }

  /** {@code error 12100, Document parse failure: …}. */
  @Override
  public String toString() {
    String number = error.number().isPresent() ? " " + error.number().getAsInt() : "";
    String level = error.level().name().toLowerCase(Locale.ROOT);
    return level + number + ", " + error.text() + ": " + detail;
  }
}
