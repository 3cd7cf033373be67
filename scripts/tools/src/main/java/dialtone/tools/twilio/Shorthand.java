package dialtone.tools.twilio;

import java.util.Map;

/** The few keys of the named kinds that say a thing's name where Twilio wants its SID. */
final class Shorthand {
  private Shorthand() {}

  static void put(Section section, Kind kind, String key, Map<String, Value> attributes) {
    if (kind.equals(Kind.PHONE_NUMBER) && key.equals("voice_application")) {
      String label = Kind.APPLICATION.section() + "/" + section.text(key);
      attributes.put("VoiceApplicationSid", Value.of(SidReference.to(label)));
    } else if (kind.equals(Kind.PHONE_NUMBER) && key.equals("emergency_address")) {
      attributes.put("EmergencyAddressSid", section.value(key));
    } else {
      String name = AttributeName.parameter(key);
      ApiAttributes.check(section, kind, key, name);
      attributes.put(name, section.value(key));
    }
  }
}
