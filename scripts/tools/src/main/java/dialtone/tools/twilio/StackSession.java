package dialtone.tools.twilio;

import dialtone.core.host.Instance;
import dialtone.tools.command.Interruption;
import dialtone.tools.command.UserMistake;
import dialtone.tools.history.History;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.api.BackOff;
import dialtone.tools.twilio.api.Credentials;
import dialtone.tools.twilio.api.TwilioAccount;
import java.nio.file.Path;
import java.util.Set;

/** One stack: what the file says of it, and its live account. */
final class StackSession {
  private final Workplace workplace;
  private final String name;
  private final Path file;
  private final BackOff backOff;
  private final TwilioAccount account;
  private final RecentCreations recent;

  StackSession(Workplace workplace, String name, Path file) {
    if (!Instance.isName(name)) {
      throw new UserMistake(
          "\"" + name + "\" is no stack: a name is 1 to 32 of a-z 0-9 and inner hyphens");
    }
    this.workplace = workplace;
    this.name = name;
    this.file = file;
    this.backOff = BackOff.startingWith(workplace.firstWait());
    this.account =
        new TwilioAccount(
            Credentials.of(workplace.environment(), name), workplace.environment(), backOff);
    this.recent = new RecentCreations(History.of(workplace), account.sid());
  }

  Stack stack() {
    return new StackFile(
            workplace.root().resolve(file),
            workplace.environment(),
            new FunctionUrls(workplace.root(), workplace.environment()),
            new DirectoryNames(workplace.environment()))
        .read(name);
  }

  TwilioAccount account() {
    return account;
  }

  /** The account as it is now. */
  Live live() {
    return new Live(account, recent::sid);
  }

  RecentCreations recent() {
    return recent;
  }

  Plan plan(Stack stack) {
    return plan(stack, Set.of());
  }

  /**
   * @param newPasswords the SIP users that get another password
   */
  Plan plan(Stack stack, Set<String> newPasswords) {
    return new Comparison(stack, live(), newPasswords).plan();
  }

  /**
   * Does what a plan says and reads it back.
   *
   * @return the command's exit code
   */
  int apply(Stack stack, Plan plan) {
    return Interruption.during(
        workplace.terminal(),
        interruption -> {
          apply(stack, plan, interruption);
          return 0;
        });
  }

  private void apply(Stack stack, Plan plan, Interruption interruption) {
    Passwords passwords = new Passwords(workplace.environment(), name);
    Creation creation = new Creation(account, passwords, recent, backOff);
    new Apply(account, creation, passwords, recent, interruption, workplace::say).run(plan);
    int read = new ReadBack(stack, account, backOff).check(plan);
    workplace.say(
        "Done: %d of %d changes, %d read back as described."
            .formatted(plan.changes().size(), plan.changes().size(), read));
  }
}
