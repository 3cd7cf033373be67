package dialtone.simulator.twiml;

/** How Twilio asks for a URL. */
public enum Method {
  GET,
  POST
}
