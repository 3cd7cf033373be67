package dialtone.tools.twilio;

import com.google.gson.JsonObject;
import dialtone.core.host.Environment;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.api.ApiPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Finds the components of an account that call functions. */
public final class VoiceComponents {
  private static final List<Kind> KINDS = List.of(Kind.DOMAIN, Kind.APPLICATION, Kind.PHONE_NUMBER);

  private VoiceComponents() {}

  /** A component whose attribute names an instance. */
  public record Naming(String component, String attribute, String url) {
    @Override
    public String toString() {
      return component + " (" + attribute + " " + url + ")";
    }
  }

  /**
   * The components that the file describes for a stack with functions as their voice URLs, as they
   * are live.
   *
   * @param candidate the instance that the described URLs are to be at
   * @throws UserMistake if one is not in the account, or there is none
   */
  public static List<VoiceComponent> of(
      Workplace workplace, String stack, Path file, InstanceRecord candidate) {
    Environment at =
        name ->
            name.equals("DO_HOST") || name.equals("DO_NAMESPACE")
                ? java.util.Optional.of(candidate.setting(name))
                : workplace.environment().get(name);
    StackSession session = new StackSession(workplace.with(at), stack, file);
    Live live = session.live();
    Sids none = new Sids();
    List<VoiceComponent> components = new ArrayList<>();
    for (Described resource : session.stack().resources()) {
      if (KINDS.contains(resource.kind())
          && resource.attributes().containsKey(VoiceComponent.VOICE)
          && resource.attributes().get(VoiceComponent.VOICE).function().isPresent()) {
        ApiPath list = resource.list(none).orElseThrow();
        JsonObject record =
            live.find(resource, list, resource.key())
                .orElseThrow(
                    () ->
                        new UserMistake(
                            "%s is not in the account: make it with scripts/twilio up --stack %s"
                                .formatted(resource, stack)));
        components.add(
            new VoiceComponent(
                resource.toString(),
                list.child(Live.sid(record)),
                urls(record),
                functionUrls(resource, candidate)));
      }
    }
    if (components.isEmpty()) {
      throw new UserMistake(
          file + " describes no component of stack " + stack + " whose voice URL is a function");
    }
    return components;
  }

  /** The components of a stack's account that name an instance in any of their URLs. */
  public static List<Naming> naming(Workplace workplace, String stack, InstanceRecord instance) {
    Live live = new StackSession(workplace, stack, Path.of("")).live();
    List<Naming> naming = new ArrayList<>();
    for (Kind kind : KINDS) {
      for (JsonObject record : live.list(kind.path().orElseThrow())) {
        urls(record)
            .forEach(
                (attribute, url) -> {
                  if (instance.isNamedBy(url)) {
                    String name = kind.noun() + " " + Live.text(record, kind.liveKey());
                    naming.add(new Naming(name, attribute, url));
                  }
                });
      }
    }
    return naming;
  }

  private static Map<String, FunctionUrl> functionUrls(
      Described resource, InstanceRecord candidate) {
    Map<String, FunctionUrl> urls = new TreeMap<>();
    resource
        .attributes()
        .forEach(
            (name, value) ->
                FunctionUrl.parse(value.text())
                    .filter(url -> url.base().equals(candidate.base()))
                    .ifPresent(url -> urls.put(name, url)));
    return urls;
  }

  /** Every attribute of Twilio's answer that holds a URL or is there for one. */
  private static Map<String, String> urls(JsonObject record) {
    Map<String, String> urls = new TreeMap<>();
    for (String property : record.keySet()) {
      if (property.matches(".*(_url|status_callback)")) {
        urls.put(AttributeName.parameter(property), Live.text(record, property));
      }
    }
    return urls;
  }
}
