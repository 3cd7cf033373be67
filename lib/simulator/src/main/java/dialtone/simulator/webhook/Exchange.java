package dialtone.simulator.webhook;

import dialtone.simulator.twiml.Flaw;
import java.util.Optional;

/**
 * One request over the wire and what came of it.
 *
 * @param url as it was called
 * @param milliseconds how long it took
 * @param flaw what Twilio would log about it
 */
public record Exchange(
    String url,
    WebhookRequest request,
    Optional<Reply> reply,
    long milliseconds,
    Optional<Flaw> flaw) {}
