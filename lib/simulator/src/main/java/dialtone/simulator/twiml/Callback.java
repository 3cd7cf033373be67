package dialtone.simulator.twiml;

/**
 * A URL that a verb names, and how it is asked for.
 *
 * @param url absolute or relative to the document's own, as it is written
 */
public record Callback(String url, Method method) {}
