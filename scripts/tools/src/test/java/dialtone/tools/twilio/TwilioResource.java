package dialtone.tools.twilio;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A kind of resource of the stand-in.
 *
 * @param sid the two letters that its SIDs begin with
 * @param records the list's name in its page
 * @param unique the parameter that no two may share; empty if there is none
 * @param properties what an answer holds, apart from the SID
 */
record TwilioResource(String sid, String records, String unique, Set<String> properties) {
  private static final Set<String> VOICE =
      Set.of(
          "friendly_name",
          "voice_url",
          "voice_method",
          "voice_fallback_url",
          "voice_fallback_method",
          "voice_caller_id_lookup",
          "status_callback",
          "status_callback_method");
  private static final Set<String> NOT_TEXT =
      Set.of(
          "cidr_prefix_length", "definition", "max_reserved_workers", "task_reservation_timeout");
  private static final Map<String, TwilioResource> KINDS = new TreeMap<>();

  static {
    kind("SIP/CredentialLists", "CL", "credential_lists", "", "friendly_name");
    kind("Credentials", "CR", "credentials", "Username", "username");
    kind("SIP/IpAccessControlLists", "AL", "ip_access_control_lists", "", "friendly_name");
    kind(
        "IpAddresses",
        "IP",
        "ip_addresses",
        "",
        "friendly_name",
        "ip_address",
        "cidr_prefix_length");
    kind("Applications", "AP", "applications", "", VOICE.toArray(String[]::new));
    kind(
        "SIP/Domains",
        "SD",
        "domains",
        "DomainName",
        "domain_name",
        "friendly_name",
        "voice_url",
        "voice_method",
        "voice_fallback_url",
        "voice_fallback_method",
        "voice_status_callback_url",
        "voice_status_callback_method",
        "sip_registration",
        "emergency_calling_enabled",
        "emergency_caller_sid",
        "secure",
        "byoc_trunk_sid");
    kind("CredentialListMappings", "CL", "contents", "", "friendly_name");
    kind("IpAccessControlListMappings", "AL", "contents", "", "friendly_name");
    Set<String> number = new java.util.TreeSet<>(VOICE);
    number.addAll(
        Set.of(
            "phone_number",
            "voice_application_sid",
            "emergency_status",
            "emergency_address_sid",
            "trunk_sid"));
    kind("IncomingPhoneNumbers", "PN", "incoming_phone_numbers", "", number.toArray(String[]::new));
    kind(
        "Addresses",
        "AD",
        "addresses",
        "",
        "friendly_name",
        "customer_name",
        "street",
        "city",
        "region",
        "postal_code",
        "iso_country",
        "emergency_enabled");
    kind(
        "Workspaces",
        "WS",
        "workspaces",
        "FriendlyName",
        "friendly_name",
        "event_callback_url",
        "events_filter",
        "multi_task_enabled",
        "prioritize_queue_order",
        "default_activity_sid",
        "timeout_activity_sid");
    kind("Activities", "WA", "activities", "FriendlyName", "friendly_name", "available");
    kind(
        "TaskQueues",
        "WQ",
        "task_queues",
        "FriendlyName",
        "friendly_name",
        "target_workers",
        "max_reserved_workers",
        "task_order",
        "reservation_activity_sid",
        "assignment_activity_sid");
    kind(
        "Workers",
        "WK",
        "workers",
        "FriendlyName",
        "friendly_name",
        "activity_sid",
        "attributes",
        "available");
    kind(
        "Workflows",
        "WW",
        "workflows",
        "FriendlyName",
        "friendly_name",
        "assignment_callback_url",
        "fallback_assignment_callback_url",
        "configuration",
        "task_reservation_timeout");
    kind(
        "Flows",
        "FW",
        "flows",
        "",
        "friendly_name",
        "status",
        "revision",
        "definition",
        "webhook_url");
  }

  private static void kind(
      String end, String sid, String records, String unique, String... properties) {
    KINDS.put(end, new TwilioResource(sid, records, unique, Set.of(properties)));
  }

  static boolean isList(String path) {
    return KINDS.keySet().stream().anyMatch(end -> path.endsWith("/" + end));
  }

  static TwilioResource of(String list) {
    return KINDS.entrySet().stream()
        .filter(kind -> list.endsWith("/" + kind.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow(() -> new AssertionError("the stand-in has no " + list));
  }

  String suffix() {
    return Set.of("WS", "WA", "WQ", "WK", "WW", "FW").contains(sid) ? "" : ".json";
  }

  /** What a list tells of a resource: of a Studio flow not its definition. */
  JsonObject listed(JsonObject record) {
    JsonObject listed = record.deepCopy();
    if (sid.equals("FW")) {
      listed.add("definition", JsonNull.INSTANCE);
    }
    return listed;
  }

  /** Why a change is refused; null if it is not. */
  String refusal(Map<String, String> form) {
    return sid.equals("FW") && !form.containsKey("Status")
        ? "Missing required parameter Status"
        : null;
  }

  JsonObject fresh(int number) {
    JsonObject record = new JsonObject();
    record.addProperty("sid", sid + "%032x".formatted(number));
    properties.forEach(property -> record.add(property, JsonNull.INSTANCE));
    if (properties.contains("cidr_prefix_length")) {
      record.addProperty("cidr_prefix_length", 32);
    }
    for (String flag : List.of("sip_registration", "emergency_calling_enabled", "secure")) {
      if (properties.contains(flag)) {
        record.addProperty(flag, false);
      }
    }
    return record;
  }

  /** Takes the parameters that the kind has; like Twilio, it says nothing about others. */
  void take(JsonObject record, Map<String, String> form) {
    form.forEach(
        (name, value) -> {
          String property = AttributeName.property(name);
          if (properties.contains(property)) {
            record.add(property, typed(property, value));
          }
        });
    if (form.containsKey("CredentialListSid")) {
      record.addProperty("sid", form.get("CredentialListSid"));
    } else if (form.containsKey("IpAccessControlListSid")) {
      record.addProperty("sid", form.get("IpAccessControlListSid"));
    }
  }

  /** A mapping tells the name of the list that it maps. */
  void complete(JsonObject record, StandInTwilio twilio) {
    if (records.equals("contents")) {
      record.addProperty("friendly_name", twilio.nameOf(record.get("sid").getAsString()));
    }
  }

  String refusal(Map<String, String> form, List<JsonObject> others) {
    if (sid.equals("PN")) {
      return "the stand-in sells no numbers";
    }
    if (sid.equals("CR")
        && !form.getOrDefault("Password", "").matches("(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9]).{12,}")) {
      return "Password is too weak";
    }
    boolean taken =
        !unique.isEmpty()
            && others.stream()
                .anyMatch(
                    other ->
                        other
                            .get(AttributeName.property(unique))
                            .getAsString()
                            .equals(form.get(unique)));
    return taken ? unique + " " + form.get(unique) + " is taken" : null;
  }

  private static com.google.gson.JsonElement typed(String property, String value) {
    if (value.equals("true") || value.equals("false")) {
      return JsonParser.parseString(value);
    }
    if (NOT_TEXT.contains(property)) {
      return JsonParser.parseString(value);
    }
    return new com.google.gson.JsonPrimitive(value);
  }
}
