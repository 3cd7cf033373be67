package dialtone.simulator.timeline;

import com.google.gson.JsonObject;

/**
 * A call to another end, made by a {@code <Dial>} or the REST API.
 *
 * @param sid its own CallSid
 * @param address whom it calls: a number, a SIP URI, a client's, queue's or conference's name
 * @param callerId what the other end sees
 */
public record Leg(String sid, String address, String callerId) {

  void facts(JsonObject json) {
    json.addProperty("address", address);
    json.addProperty("callerId", callerId);
    json.addProperty("legSid", sid);
  }
}
