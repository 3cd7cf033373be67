package dialtone.tools.twilio;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The SIDs of the described resources that are there, by their labels. */
final class Sids {
  private final Map<String, String> sids = new LinkedHashMap<>();

  Optional<String> of(String label) {
    return Optional.ofNullable(sids.get(label));
  }

  void put(String label, String sid) {
    sids.put(label, sid);
  }
}
