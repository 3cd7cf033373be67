package dialtone.core.dialplan;

import dialtone.core.directory.Extension;
import dialtone.core.host.Instance;
import dialtone.core.host.Settings;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The Twilio SIP domain where extensions register.
 *
 * @param name {@code example-{instance}.sip.twilio.com}; empty if there is none, and no extension
 *     can be rung
 */
public record SipDomain(Optional<String> name) {
  private static final Pattern FORM = Pattern.compile("(?:[A-Za-z0-9.-]|\\{instance\\}){1,150}");

  /** Reads {@code SIP_DOMAIN}. */
  public static SipDomain of(Settings settings) {
    return new SipDomain(
        settings.needed("SIP_DOMAIN", "no extension can be rung", SipDomain::checked));
  }

  /** The SIP URI of an extension's phone; empty if there is no SIP domain. */
  public Optional<String> uri(Extension extension, Instance instance) {
    return name.map(domain -> "sip:" + extension.name() + "@" + instance.fillIn(domain));
  }

  private static String checked(String text) {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("is no SIP domain such as example.sip.twilio.com");
    }
    return text;
  }
}
