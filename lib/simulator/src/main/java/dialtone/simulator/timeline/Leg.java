package dialtone.simulator.timeline;

/**
 * A call to another end, made by a {@code <Dial>} or the REST API.
 *
 * @param sid its own CallSid
 * @param address whom it calls: a number, a SIP URI, a client's, queue's or conference's name
 * @param callerId what the other end sees
 */
public record Leg(String sid, String address, String callerId) {}
