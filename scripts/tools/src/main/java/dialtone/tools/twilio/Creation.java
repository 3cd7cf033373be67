package dialtone.tools.twilio;

import com.google.gson.JsonObject;
import dialtone.tools.twilio.api.ApiFailure;
import dialtone.tools.twilio.api.ApiPath;
import dialtone.tools.twilio.api.BackOff;
import dialtone.tools.twilio.api.TwilioAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes resources. Twilio's answer is believed: the list may not have the new one yet. */
record Creation(
    TwilioAccount account, Passwords passwords, RecentCreations history, BackOff backOff) {

  void create(Described resource, Plan plan, Consumer<String> progress) {
    ApiPath list = resource.list(plan.sids()).orElseThrow();
    Map<String, String> attributes = attributes(resource, plan.sids());
    Optional<String> madeUp = passwords.fillIn(resource, attributes);
    JsonObject made = makeOnce(resource, list, attributes);
    String sid = Live.sid(made);
    plan.sids().put(resource.label(), sid);
    history.add(plan.stack(), resource, sid, Secrets.shown(resource.kind(), attributes));
    progress.accept("made " + resource + " (" + sid + ")");
    madeUp.ifPresent(password -> progress.accept(Passwords.shown(password)));
  }

  /**
   * A failure on Twilio's side leaves open whether the resource was made: only one that is not
   * there is made again.
   */
  private JsonObject makeOnce(Described resource, ApiPath list, Map<String, String> attributes) {
    String key = attributes.get(resource.kind().key());
    for (int failed = 1; ; failed++) {
      try {
        return account.create(list, attributes);
      } catch (ApiFailure e) {
        if (!e.unknownOutcome() || failed == backOff.tries()) {
          throw e;
        }
        backOff.pause(failed);
        List<JsonObject> made =
            account.list(list).stream()
                .filter(record -> Live.text(record, resource.kind().liveKey()).equals(key))
                .toList();
        if (!made.isEmpty()) {
          return made.get(0);
        }
      }
    }
  }

  private static Map<String, String> attributes(Described resource, Sids sids) {
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put(resource.kind().key(), SidReference.resolve(resource.key(), sids).orElseThrow());
    resource
        .attributes()
        .forEach(
            (name, value) ->
                attributes.put(name, SidReference.resolve(value.text(), sids).orElseThrow()));
    return attributes;
  }
}
