package dialtone.simulator;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a call comes about, and what Twilio tells about it. */
public sealed interface Line {

  /** Twilio's {@code From}. */
  String from();

  /** Twilio's {@code To}. */
  String to();

  /** {@code inbound} or {@code outbound-api}. */
  String direction();

  /** What only this kind of call has among its parameters. */
  Map<String, String> more();

  /**
   * An extension of a SIP domain dials something.
   *
   * @param extension its SIP user name
   * @param dialled what is typed on the phone: {@code 5035551212}, {@code #}
   * @param domain {@code example.sip.twilio.com}
   */
  record Extension(String extension, String dialled, String domain) implements Line {
    @Override
    public String from() {
      return "sip:" + extension + "@" + domain;
    }

    @Override
    public String to() {
      String user = URLEncoder.encode(dialled, StandardCharsets.UTF_8).replace("+", "%20");
      return "sip:" + user.replace("%2B", "+") + "@" + domain + ";user=phone";
    }

    @Override
    public String direction() {
      return "inbound";
    }

    @Override
    public Map<String, String> more() {
      Map<String, String> more = new LinkedHashMap<>();
      more.put("SipDomain", domain);
      more.put("SipDomainSid", "SD00000000000000000000000000000001");
      more.put("SipUsername", extension);
      more.put("SipCallId", "call@192.0.2.10");
      more.put("SipSourceIp", "192.0.2.10");
      return more;
    }
  }

  /**
   * The public network calls one of our numbers.
   *
   * @param from the caller, perhaps {@code anonymous}
   */
  record Outside(String from, String to) implements Line {
    @Override
    public String direction() {
      return "inbound";
    }

    @Override
    public Map<String, String> more() {
      Map<String, String> more = new LinkedHashMap<>();
      more.put("CallerName", "");
      for (String end : new String[] {"From", "To"}) {
        more.put(end + "City", "");
        more.put(end + "State", "OR");
        more.put(end + "Zip", "");
        more.put(end + "Country", "US");
      }
      more.put("Caller", from);
      more.put("Called", to);
      return more;
    }
  }

  /** The REST API calls a number, and does what the URL says once it is answered. */
  record Rest(String from, String to) implements Line {
    @Override
    public String direction() {
      return "outbound-api";
    }

    @Override
    public Map<String, String> more() {
      return Map.of("Caller", from, "Called", to);
    }
  }
}
