package dialtone.tools.instance;

import com.google.gson.JsonObject;
import dialtone.tools.twilio.InstanceRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Three SIP domains and two applications, described in the file and live, at one instance. */
record FiveComponents(InstanceDesk desk) {
  static final List<String> LISTS = List.of("SIP/Domains", "Applications");

  FiveComponents(InstanceDesk desk, InstanceRecord prod) throws IOException {
    this(desk);
    Path root = desk.root;
    Files.delete(root.resolve("scripts/twilio.yml"));
    Files.writeString(
        root.resolve("scripts/twilio.yml"),
        """
        stacks: {prod: {promoted: true}}
        domains:
          - domain_name: one.sip.twilio.com
            voice_url: ${dialplans/outgoing}
            voice_status_callback_url: ${dialplans/dial_status}
          - {domain_name: two.sip.twilio.com, voice_url: "${dialplans/outgoing}"}
          - {domain_name: three.sip.twilio.com, voice_url: "${dialplans/outgoing}"}
        applications:
          - {friendly_name: four, voice_url: "${dialplans/incoming}"}
          - {friendly_name: five, voice_url: "${dialplans/incoming}"}
        """);
    for (String name : List.of("one", "two", "three")) {
      JsonObject domain = desk.twilio.add(InstanceDesk.LISTS + "SIP/Domains");
      domain.addProperty("domain_name", name + ".sip.twilio.com");
      domain.addProperty("voice_url", prod.base() + "/dialplans/outgoing?instance=prod");
    }
    for (String name : List.of("four", "five")) {
      JsonObject application = desk.twilio.add(InstanceDesk.LISTS + "Applications");
      application.addProperty("friendly_name", name);
      application.addProperty("voice_url", prod.base() + "/dialplans/incoming?instance=prod");
      application.addProperty("voice_fallback_url", "https://older.example.com/");
    }
  }

  /** The change of a SIP domain, as the stand-in knows requests. */
  String change(String name) {
    return "POST .*/SIP/Domains/" + sid(name) + ".json";
  }

  /** The look at a SIP domain, as the stand-in knows requests. */
  String look(String name) {
    return "GET .*/SIP/Domains/" + sid(name) + ".json";
  }

  private String sid(String name) {
    return desk.twilio
        .one(InstanceDesk.LISTS + "SIP/Domains", "domain_name", name + ".sip.twilio.com")
        .get("sid")
        .getAsString();
  }

  /** Every URL that is live. */
  Map<String, String> urls() {
    Map<String, String> urls = new TreeMap<>();
    for (String list : LISTS) {
      for (JsonObject component : desk.twilio.all(InstanceDesk.LISTS + list)) {
        for (String property : component.keySet()) {
          if (property.endsWith("_url")) {
            String sid = component.get("sid").getAsString();
            boolean empty = component.get(property).isJsonNull();
            urls.put(sid + " " + property, empty ? "" : component.get(property).getAsString());
          }
        }
      }
    }
    return urls;
  }
}
