package dialtone.core.dialplan;

import dialtone.core.directory.Extension;
import dialtone.core.host.Instance;
import dialtone.core.host.Settings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The SIP server that knows the menus and the operator; {@code {instance}} in its address is the
 * name of the instance.
 *
 * @param address host, perhaps with port and parameters, {@code
 *     pbx-{instance}.example.com;region=us2}; empty if there is no SIP server
 */
record SipServer(Optional<String> address) {
  /** Twilio takes no SIP URI that is longer. */
  private static final int LONGEST_URI = 255;

  private static final Pattern FORM =
      Pattern.compile("(?:[A-Za-z0-9.-]|\\{instance\\})+(?::[0-9]{1,5})?(?:;[A-Za-z0-9._=-]+)*");

  static SipServer of(Settings settings) {
    return new SipServer(settings.parsed("SIP_SERVER", SipServer::checked));
  }

  /** The URI that asks for a context on behalf of an extension; empty if there is no SIP server. */
  Optional<String> uri(String context, Extension caller, Instance instance) {
    return address.map(
        server ->
            "sip:%s@%s?x-callerid=%s&x-enableemergency=%s"
                .formatted(
                    context,
                    instance.fillIn(server),
                    URLEncoder.encode(caller.callerId().value(), StandardCharsets.UTF_8),
                    caller.emergencyEnabled()));
  }

  private static String checked(String text) {
    int rest = LONGEST_URI - "sip:@?x-callerid=%2B123456789012345&x-enableemergency=false".length();
    int longestNames = 32 + 32 - "{instance}".length();
    if (!FORM.matcher(text).matches() || text.length() > rest - longestNames) {
      throw new IllegalArgumentException(
          "is no SIP server such as pbx-{instance}.example.com;region=us2");
    }
    return text;
  }
}
