package dialtone.tools.twilio;

import dialtone.tools.command.UserMistake;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The attributes that Twilio's REST API takes for the named kinds, by its own names. */
final class ApiAttributes {
  static final Map<Kind, Set<String>> OF =
      Map.of(
          Kind.CREDENTIAL_LIST,
          Set.of("FriendlyName"),
          Kind.IP_LIST,
          Set.of("FriendlyName"),
          Kind.APPLICATION,
          Set.of(
              "FriendlyName",
              "VoiceUrl",
              "VoiceMethod",
              "VoiceFallbackUrl",
              "VoiceFallbackMethod",
              "StatusCallback",
              "StatusCallbackMethod",
              "VoiceCallerIdLookup"),
          Kind.DOMAIN,
          Set.of(
              "DomainName",
              "FriendlyName",
              "VoiceUrl",
              "VoiceMethod",
              "VoiceFallbackUrl",
              "VoiceFallbackMethod",
              "VoiceStatusCallbackUrl",
              "VoiceStatusCallbackMethod",
              "SipRegistration",
              "EmergencyCallingEnabled",
              "EmergencyCallerSid",
              "Secure",
              "ByocTrunkSid"),
          Kind.PHONE_NUMBER,
          Set.of(
              "FriendlyName",
              "VoiceUrl",
              "VoiceMethod",
              "VoiceFallbackUrl",
              "VoiceFallbackMethod",
              "VoiceApplicationSid",
              "VoiceCallerIdLookup",
              "StatusCallback",
              "StatusCallbackMethod",
              "EmergencyStatus",
              "EmergencyAddressSid",
              "TrunkSid"));

  private ApiAttributes() {}

  static void check(Section section, Kind kind, String key, String name) {
    if (!OF.get(kind).contains(name)) {
      Set<String> known = new TreeSet<>();
      OF.get(kind).forEach(each -> known.add(AttributeName.property(each)));
      throw new UserMistake(
          "%s: a %s has no \"%s\": it has %s"
              .formatted(section.where(), kind.noun(), key, String.join(", ", known)));
    }
  }
}
