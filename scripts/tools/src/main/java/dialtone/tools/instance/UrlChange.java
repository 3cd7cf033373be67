package dialtone.tools.instance;

import dialtone.tools.twilio.ChangeText;
import dialtone.tools.twilio.FunctionUrl;
import dialtone.tools.twilio.VoiceComponent;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a component's URLs are to be instead of what they are.
 *
 * @param from the URLs that change, as they are live
 * @param to the same attributes, as they are to be
 */
record UrlChange(VoiceComponent component, Map<String, String> from, Map<String, String> to) {

  /** To the URLs that the file describes, with the one that answers now as the way back. */
  static UrlChange promotion(VoiceComponent component) {
    Map<String, String> to = new TreeMap<>();
    component.described().forEach((attribute, url) -> to.put(attribute, url.toString()));
    to.remove(VoiceComponent.FALLBACK);
    String voice = component.url(VoiceComponent.VOICE);
    if (!voice.isEmpty() && !voice.equals(to.get(VoiceComponent.VOICE))) {
      to.put(VoiceComponent.FALLBACK, voice);
    }
    return of(component, to);
  }

  /**
   * Back to the fallback URL, with the one that answers now as the fallback; status callbacks go
   * with the voice URL.
   */
  static UrlChange rollback(VoiceComponent component) {
    FunctionUrl back = component.fallback().orElseThrow();
    Optional<String> now = component.voice().map(FunctionUrl::base);
    Map<String, String> to = new TreeMap<>();
    component
        .urls()
        .forEach(
            (attribute, text) ->
                FunctionUrl.parse(text)
                    .filter(url -> now.filter(url.base()::equals).isPresent())
                    .ifPresent(url -> to.put(attribute, url.in(back.base()).toString())));
    to.put(VoiceComponent.VOICE, component.url(VoiceComponent.FALLBACK));
    to.put(VoiceComponent.FALLBACK, component.url(VoiceComponent.VOICE));
    return of(component, to);
  }

  private static UrlChange of(VoiceComponent component, Map<String, String> to) {
    Map<String, String> from = new TreeMap<>();
    to.keySet().forEach(attribute -> from.put(attribute, component.url(attribute)));
    to.keySet().removeIf(attribute -> to.get(attribute).equals(from.get(attribute)));
    from.keySet().retainAll(to.keySet());
    return new UrlChange(component, from, to);
  }

  boolean isNone() {
    return to.isEmpty();
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(component.name());
    to.forEach(
        (attribute, url) ->
            text.append('\n').append(ChangeText.of(attribute, from.get(attribute), url)));
    return text.toString();
  }
}
