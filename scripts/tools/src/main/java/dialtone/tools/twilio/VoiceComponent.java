package dialtone.tools.twilio;

import dialtone.tools.twilio.api.ApiPath;
import dialtone.tools.twilio.api.TwilioAccount;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Something on Twilio that calls a function when a call comes: a SIP domain, a TwiML application or
 * a number.
 *
 * @param name for people: kind and name
 * @param item where it is in the REST API
 * @param urls its URLs as they are live, by attribute
 * @param described the URLs that the file gives it, by attribute; functions' only
 */
public record VoiceComponent(
    String name, ApiPath item, Map<String, String> urls, Map<String, FunctionUrl> described) {
  /** The attribute that says which function answers. */
  public static final String VOICE = "VoiceUrl";

  /** The attribute that says who answers if that fails. */
  public static final String FALLBACK = "VoiceFallbackUrl";

  public VoiceComponent {
    urls = Collections.unmodifiableMap(new TreeMap<>(urls));
    described = Collections.unmodifiableMap(new TreeMap<>(described));
  }

  /** The live URL of an attribute; empty text if it has none. */
  public String url(String attribute) {
    return urls.getOrDefault(attribute, "");
  }

  /** The instance that its voice URL names; empty if that is no function's URL. */
  public Optional<FunctionUrl> voice() {
    return FunctionUrl.parse(url(VOICE));
  }

  /** The instance that its fallback URL names; empty if that is no function's URL. */
  public Optional<FunctionUrl> fallback() {
    return FunctionUrl.parse(url(FALLBACK));
  }

  /** Reads its URLs once more. */
  public VoiceComponent now(TwilioAccount account) {
    Map<String, String> now = new TreeMap<>();
    account
        .fetch(item)
        .ifPresent(
            record ->
                urls.keySet()
                    .forEach(
                        name -> now.put(name, Live.text(record, AttributeName.property(name)))));
    return new VoiceComponent(name, item, now, described);
  }
}
