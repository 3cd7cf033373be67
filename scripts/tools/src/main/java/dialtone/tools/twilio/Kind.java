package dialtone.tools.twilio;

import dialtone.tools.twilio.api.ApiPath;
import java.util.Optional;
import java.util.Set;

/**
 * What the tools need to know of one kind of resource. Everything else is path and attributes,
 * under the names of Twilio's REST API.
 *
 * @param noun for people
 * @param section where the file describes it
 * @param path the list's path, for a kind that is part of no other resource
 * @param segment the list's path below its parent's, for a kind that is part of another resource
 * @param key the attribute that is unique in its list
 * @param liveKey the property of Twilio's answer that holds the key
 * @param writeOnly attributes that Twilio takes and never tells
 * @param guard what must be said before one is deleted
 * @param creatable whether one can be made here
 */
record Kind(
    String noun,
    String section,
    Optional<ApiPath> path,
    String segment,
    String key,
    String liveKey,
    Set<String> writeOnly,
    Guard guard,
    boolean creatable) {

  /** What keeps a resource from being deleted by the way. */
  enum Guard {
    NONE,
    /** Its name is an address that phones register with. */
    SIP_DOMAIN,
    /** Once released it may be somebody else's. */
    PHONE_NUMBER;

    /** The generic form is no way around it. */
    static Guard ofPath(ApiPath path) {
      return path.path().endsWith("/SIP/Domains")
          ? SIP_DOMAIN
          : path.path().endsWith("/IncomingPhoneNumbers") ? PHONE_NUMBER : NONE;
    }
  }

  static final Kind CREDENTIAL_LIST =
      listed("credential list", "credential_lists", "SIP/CredentialLists", "FriendlyName");
  static final Kind IP_LIST =
      listed(
          "IP access control list",
          "ip_access_control_lists",
          "SIP/IpAccessControlLists",
          "FriendlyName");
  static final Kind APPLICATION =
      listed("TwiML application", "applications", "Applications", "FriendlyName");
  static final Kind DOMAIN =
      guarded(listed("SIP domain", "domains", "SIP/Domains", "DomainName"), Guard.SIP_DOMAIN, true);
  static final Kind PHONE_NUMBER =
      guarded(
          listed("phone number", "phone_numbers", "IncomingPhoneNumbers", "PhoneNumber"),
          Guard.PHONE_NUMBER,
          false);
  static final Kind CREDENTIAL =
      part("credential", "users", "Credentials", "Username", "username", Set.of("Password"));
  static final Kind IP_ADDRESS =
      part("IP address", "addresses", "IpAddresses", "IpAddress", "ip_address", Set.of());
  static final Kind CALL_CREDENTIALS = mapping("calls", "Calls", "CredentialList");
  static final Kind CALL_ADDRESSES = mapping("calls", "Calls", "IpAccessControlList");
  static final Kind REGISTRATION_CREDENTIALS =
      mapping("registrations", "Registrations", "CredentialList");

  /** The attributes that Twilio wants in every change, changed or not. */
  Set<String> always() {
    return path.map(list -> list.toString().matches("studio/v[0-9]+/Flows")).orElse(false)
        ? Set.of("Status")
        : Set.of();
  }

  /** A kind that the file describes by its path. */
  static Kind generic(ApiPath path, String key, Set<String> writeOnly) {
    String noun = path.path().substring(path.path().lastIndexOf('/') + 1);
    return new Kind(
        noun,
        "resources",
        Optional.of(path),
        "",
        key,
        AttributeName.property(key),
        writeOnly,
        Guard.ofPath(path),
        !path.path().endsWith("/IncomingPhoneNumbers"));
  }

  /** A kind that is part of a resource which the file describes by its path. */
  static Kind genericPart(String segment, String key, Set<String> writeOnly) {
    return part(segment, "resources", segment, key, AttributeName.property(key), writeOnly);
  }

  private static Kind listed(String noun, String section, String path, String key) {
    return new Kind(
        noun,
        section,
        Optional.of(ApiPath.ofAccount(path)),
        "",
        key,
        AttributeName.property(key),
        Set.of(),
        Guard.NONE,
        true);
  }

  private static Kind guarded(Kind kind, Guard guard, boolean creatable) {
    return new Kind(
        kind.noun, kind.section, kind.path, "", kind.key, kind.liveKey, Set.of(), guard, creatable);
  }

  /** A mapping's own SID is that of the list it maps. */
  private static Kind mapping(String section, String use, String list) {
    return part(
        (list.equals("CredentialList") ? "credential list for " : "IP access control list for ")
            + section,
        section,
        "Auth/" + use + "/" + list + "Mappings",
        list + "Sid",
        "sid",
        Set.of());
  }

  private static Kind part(
      String noun, String section, String segment, String key, String live, Set<String> unseen) {
    return new Kind(noun, section, Optional.empty(), segment, key, live, unseen, Guard.NONE, true);
  }
}
