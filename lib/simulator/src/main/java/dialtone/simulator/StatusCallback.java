package dialtone.simulator;

import dialtone.simulator.twiml.Noun.Event;
import java.net.URI;
import java.util.EnumSet;
import java.util.Set;

/**
 * Where a call's own progress is reported: the status callback URL of a number, a SIP domain or a
 * call of the REST API.
 *
 * @param events those that are asked for. Only a call of the REST API is reported before its end;
 *     of the others Twilio reports the end alone, whatever is asked for.
 */
public record StatusCallback(URI url, Set<Event> events) {

  public StatusCallback {
    if (!url.isAbsolute()) {
      throw new IllegalArgumentException("the status callback URL " + url + " is not absolute");
    }
    events = events.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(events));
  }

  /** The end alone, Twilio's default. */
  public static StatusCallback atTheEnd(URI url) {
    return new StatusCallback(url, Set.of(Event.COMPLETED));
  }
}
