package dialtone.tools.twilio;

import com.google.gson.JsonObject;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.api.ApiPath;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "refresh",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Reads everything that the file describes from the account and shows its live values.",
      "There is no state file to bring up to date: every command reads what is live."
    })
final class Refresh implements Runnable {
  private final Workplace workplace;
  @Mixin private StackOptions options;

  Refresh(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public void run() {
    StackSession session = options.session(workplace);
    Live live = session.live();
    Sids sids = new Sids();
    for (Described resource : session.stack().resources()) {
      Optional<ApiPath> list = resource.list(sids);
      Optional<JsonObject> record =
          SidReference.resolve(resource.key(), sids)
              .flatMap(key -> list.flatMap(path -> live.find(resource, path, key)))
              .map(listed -> live.whole(list.orElseThrow(), listed));
      record.ifPresent(found -> sids.put(resource.label(), Live.sid(found)));
      workplace.say(
          resource + record.map(found -> " (" + Live.sid(found) + ")").orElse(": not there"));
      record.ifPresent(found -> attributes(resource, found));
    }
  }

  private void attributes(Described resource, JsonObject record) {
    for (String name : resource.attributes().keySet()) {
      if (record.has(AttributeName.property(name))) {
        String value = new LiveValue(record.get(AttributeName.property(name))).text();
        workplace.say("    " + name + " " + Secrets.shown(resource.kind(), name, value));
      }
    }
  }
}
