package dialtone.tools.twilio;

import com.google.gson.JsonObject;
import dialtone.tools.command.UserMistake;
import dialtone.tools.twilio.Stack.WholeList;
import dialtone.tools.twilio.api.ApiPath;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Compares what a stack needs with what is live. */
final class Comparison {
  private final Stack stack;
  private final Live live;
  private final Set<String> newPasswords;
  private final Sids sids = new Sids();
  private final List<Step> steps = new ArrayList<>();
  private final Map<WholeList, Set<String>> described = new LinkedHashMap<>();

  /**
   * @param newPasswords the SIP users that get another password
   */
  Comparison(Stack stack, Live live, Set<String> newPasswords) {
    this.stack = stack;
    this.live = live;
    this.newPasswords = newPasswords;
  }

  Plan plan() {
    for (Described resource : stack.resources()) {
      steps.add(step(resource));
    }
    stack.whole().stream().sorted(WholeList.ORDER).forEach(this::removeOthers);
    return new Plan(stack.name(), steps, sids);
  }

  private Step step(Described resource) {
    Optional<ApiPath> list = resource.list(sids);
    Optional<String> key = SidReference.resolve(resource.key(), sids);
    Optional<JsonObject> found =
        list.flatMap(path -> key.flatMap(name -> live.find(resource, path, name)));
    if (found.isEmpty() && !resource.kind().creatable()) {
      throw new UserMistake(
          "%s is not in the account, and numbers are never bought here: buy it in Twilio's console"
                  .formatted(resource)
              + " or take it out of the file");
    }
    found.ifPresent(record -> remember(resource, record));
    return found
        .<Step>map(record -> compared(resource, list.orElseThrow(), record))
        .orElse(new Step.Create(resource));
  }

  private void remember(Described resource, JsonObject record) {
    sids.put(resource.label(), Live.sid(record));
    resource
        .parent()
        .ifPresent(
            parent ->
                described
                    .computeIfAbsent(
                        new WholeList(resource.kind(), parent), list -> new HashSet<>())
                    .add(Live.sid(record)));
  }

  private Step compared(Described resource, ApiPath list, JsonObject listed) {
    FieldComparison fields = new FieldComparison(stack, sids);
    List<FieldChange> changes =
        fields.isAsDescribed(resource, listed)
            ? newPassword(resource)
            : fields.changes(resource, live.whole(list, listed));
    return changes.isEmpty()
        ? new Step.Keep(resource, Live.sid(listed))
        : new Step.Update(resource, Live.sid(listed), changes);
  }

  private List<FieldChange> newPassword(Described resource) {
    return resource.kind().equals(Kind.CREDENTIAL) && newPasswords.contains(resource.key())
        ? List.of(
            new FieldChange(
                Description.PASSWORD, Secrets.MASK, Passwords.placeholder(resource.key())))
        : List.of();
  }

  private void removeOthers(WholeList whole) {
    Set<String> kept = described.getOrDefault(whole, Set.of());
    Optional<ApiPath> list = Described.list(whole.kind(), whole.parent(), sids);
    List<JsonObject> records = list.map(live::list).orElse(List.of());
    for (JsonObject record : records) {
      if (!kept.contains(Live.sid(record))) {
        steps.add(
            new Step.Remove(
                whole.kind().noun() + " " + name(whole.kind(), record) + " of " + whole.parent(),
                list.orElseThrow().child(Live.sid(record))));
      }
    }
  }

  private static String name(Kind kind, JsonObject record) {
    String key = Live.text(record, kind.liveKey());
    String name = Live.text(record, "friendly_name");
    return kind.liveKey().equals("sid") && !name.isEmpty() ? name : key;
  }
}
