package dialtone.simulator.webhook;

import dialtone.simulator.twiml.Flaw;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking a URL.
 *
 * @param exchanges every try and every redirection, in order
 * @param notes what Twilio would log, though the answer was taken
 */
public record Fetched(List<Exchange> exchanges, List<Flaw> notes) {

  public Fetched {
    exchanges = List.copyOf(exchanges);
    notes = List.copyOf(notes);
  }

  /** The answer; empty if there is none that Twilio takes. */
  public Optional<Reply> reply() {
    return flaw().isPresent() ? Optional.empty() : last().reply();
  }

  /** Why there is no answer that Twilio takes. */
  public Optional<Flaw> flaw() {
    return last().flaw();
  }

  private Exchange last() {
    return exchanges.get(exchanges.size() - 1);
  }
}
