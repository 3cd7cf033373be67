package dialtone.core.events;

import java.util.Locale;

/**
 * Something that happened to a call, as the consumers of the topic know it.
 *
 * @param name {@code outgoing_call}, {@code incoming_dialstatus_busy} and so on
 * @param extension the extension that called or was called; not blank
 * @param callSid the call; with the name it identifies the event, which may be published twice
 */
public record CallEvent(String name, String extension, String callSid) {

  /** Which way a call went. */
  public enum Direction {
    OUTGOING,
    INCOMING;

    /** A call was made this way. */
    public String call() {
      return name().toLowerCase(Locale.ROOT) + "_call";
    }

    /** A call ended with a {@code DialCallStatus}. */
    public String dialStatus(String status) {
      return name().toLowerCase(Locale.ROOT) + "_dialstatus_" + status;
    }
  }

  public CallEvent {
    if (extension.isBlank()) {
      throw new IllegalArgumentException("a call event needs an extension");
    }
  }

  /** The same both times, if a callback comes twice. */
  public String id() {
    return callSid + ":" + name;
  }
}
