package dialtone.tools.twilio;

import dialtone.tools.command.Interruption;
import dialtone.tools.command.UserMistake;
import dialtone.tools.history.Event;
import dialtone.tools.twilio.api.ApiPath;
import dialtone.tools.twilio.api.TwilioAccount;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Does what a plan says, step by step, and says what it did. */
final class Apply {
  private final TwilioAccount account;
  private final Creation creation;
  private final Passwords passwords;
  private final RecentCreations history;
  private final Interruption interruption;
  private final Consumer<String> progress;

  Apply(
      TwilioAccount account,
      Creation creation,
      Passwords passwords,
      RecentCreations history,
      Interruption interruption,
      Consumer<String> progress) {
    this.account = account;
    this.creation = creation;
    this.passwords = passwords;
    this.history = history;
    this.interruption = interruption;
    this.progress = progress;
  }

  /**
   * Stops at the first failure, and at Ctrl-C once the step that is under way is done.
   *
   * @throws UserMistake that says what failed, what was done and what was not
   */
  void run(Plan plan) {
    passwords.check(plan.usersGivenPasswords());
    List<Step> changes = plan.changes();
    for (int done = 0; done < changes.size(); done++) {
      try {
        interruption.check();
        apply(changes.get(done), plan);
      } catch (UserMistake e) {
        throw new UserMistake(
            "%s\nDone: %s.\nNot done: %s.\nRun it again to go on from here."
                .formatted(
                    e.getMessage(),
                    named(changes.subList(0, done)),
                    named(changes.subList(done, changes.size()))),
            e);
      }
    }
  }

  private void apply(Step step, Plan plan) {
    if (step instanceof Step.Create create) {
      creation.create(create.resource(), plan, progress);
    } else if (step instanceof Step.Update update) {
      update(update, plan);
    } else if (step instanceof Step.Remove remove) {
      account.delete(remove.item());
      log(plan, new Event("remove", step.what(), Map.of(), Map.of(), Map.of()));
      progress.accept("removed " + step.what());
    }
  }

  private void update(Step.Update update, Plan plan) {
    Map<String, String> attributes = new LinkedHashMap<>();
    Map<String, String> before = new TreeMap<>();
    for (FieldChange change : update.changes()) {
      attributes.put(change.name(), SidReference.resolve(change.to(), plan.sids()).orElseThrow());
      before.put(change.name(), change.from());
    }
    for (String name : update.resource().kind().always()) {
      Optional.ofNullable(update.resource().attributes().get(name))
          .flatMap(value -> SidReference.resolve(value.text(), plan.sids()))
          .ifPresent(value -> attributes.putIfAbsent(name, value));
    }
    Optional<String> madeUp = passwords.fillIn(update.resource(), attributes);
    ApiPath item = update.resource().list(plan.sids()).orElseThrow().child(update.sid());
    account.update(item, attributes);
    log(
        plan,
        new Event(
            "update",
            update.what(),
            Secrets.shown(update.resource().kind(), before),
            Secrets.shown(update.resource().kind(), attributes),
            Map.of("sid", update.sid())));
    progress.accept("changed " + update.what());
    madeUp.ifPresent(password -> progress.accept(Passwords.shown(password)));
  }

  private void log(Plan plan, Event event) {
    Map<String, String> details = new TreeMap<>(event.details());
    details.put("stack", plan.stack());
    details.put("account", account.sid());
    history
        .history()
        .add(new Event(event.action(), event.what(), event.from(), event.to(), details));
  }

  private static String named(List<Step> steps) {
    return steps.isEmpty()
        ? "nothing"
        : String.join(", ", steps.stream().map(step -> step.what()).toList());
  }
}
