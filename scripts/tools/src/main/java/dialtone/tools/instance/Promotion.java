package dialtone.tools.instance;

import dialtone.tools.command.Interruption;
import dialtone.tools.command.UserMistake;
import dialtone.tools.history.Event;
import dialtone.tools.history.History;
import dialtone.tools.project.Workplace;
import dialtone.tools.twilio.FunctionUrl;
import dialtone.tools.twilio.VoiceComponent;
import dialtone.tools.twilio.api.TwilioAccount;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Makes another instance answer for a stack: changes the URLs, and asks through them whether the
 * right one answers by the stack's name.
 *
 * @param stack by whose name the instance is to answer
 * @param action {@code promote} or {@code rollback}, for the history
 */
record Promotion(
    Workplace workplace,
    TwilioAccount account,
    PublicUrls urls,
    History history,
    String stack,
    String action) {

  /**
   * @param commit what the instance was built from
   * @return the command's exit code
   * @throws UserMistake if anything fails: everything was put back
   */
  int run(List<UrlChange> changes, String branch, String commit) {
    return Interruption.during(
        workplace.terminal(),
        interruption -> {
          change(changes, branch, commit, interruption);
          return 0;
        });
  }

  private void change(
      List<UrlChange> changes, String branch, String commit, Interruption interruption) {
    try {
      new Repointing(account, interruption, workplace::say)
          .change(changes, () -> check(changes, commit, interruption));
    } catch (UserMistake e) {
      history.add(event(action + "-failed", changes, branch, commit));
      throw e;
    }
    history.add(event(action, changes, branch, commit));
    workplace.say(
        "Done: "
            + changes.size()
            + " of "
            + changes.size()
            + " components, and "
            + stack
            + " answers as "
            + stack
            + " from commit "
            + commit
            + ".");
  }

  /** Through the URLs that Twilio has now, not those that it was told. */
  private void check(List<UrlChange> changes, String commit, Interruption interruption) {
    Set<String> bases = new LinkedHashSet<>();
    for (UrlChange change : changes) {
      interruption.check();
      FunctionUrl voice =
          change
              .component()
              .now(account)
              .voice()
              .orElseThrow(() -> new UserMistake(change.component().name() + " has no voice URL"));
      urls.checkVoice(voice);
      bases.add(voice.base());
    }
    for (String base : bases) {
      InstanceVersion version = urls.version(base, stack);
      if (!version.instance().equals(stack) || !version.commit().equals(commit)) {
        throw new UserMistake(
            "%s answers as %s from commit %s: expected %s from %s"
                .formatted(base, version.instance(), version.commit(), stack, commit));
      }
      workplace.say(base + " answers as " + stack + ", commit " + version.shortCommit());
    }
  }

  private Event event(String what, List<UrlChange> changes, String branch, String commit) {
    Map<String, String> from = new TreeMap<>();
    Map<String, String> to = new TreeMap<>();
    for (UrlChange change : changes) {
      VoiceComponent component = change.component();
      change.from().forEach((attribute, url) -> from.put(component.name() + " " + attribute, url));
      change.to().forEach((attribute, url) -> to.put(component.name() + " " + attribute, url));
    }
    return new Event(
        what,
        stack,
        from,
        to,
        Map.of("instance", branch, "deployedCommit", commit, "account", account.sid()));
  }
}
