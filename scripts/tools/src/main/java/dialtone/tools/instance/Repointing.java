package dialtone.tools.instance;

import dialtone.tools.command.Interruption;
import dialtone.tools.command.UserMistake;
import dialtone.tools.twilio.VoiceComponent;
import dialtone.tools.twilio.api.TwilioAccount;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Changes the URLs of several components as one: all of them, or none. */
record Repointing(TwilioAccount account, Interruption interruption, Consumer<String> progress) {

  /**
   * Makes the changes, reads each back, and makes a last check. Ctrl-C before the end of that is a
   * failure like any other; afterwards it is too late.
   *
   * @param lastCheck throws if what is there now does not do
   * @throws UserMistake if anything fails; everything is as it was before then, or the message says
   *     what is not
   */
  void change(List<UrlChange> changes, Runnable lastCheck) {
    List<UrlChange> touched = new ArrayList<>();
    try {
      for (UrlChange change : changes) {
        interruption.check();
        touched.add(change);
        account.update(change.component().item(), change.to());
        readBack(change, change.to());
        progress.accept("changed " + change.component().name());
      }
      lastCheck.run();
      interruption.check();
    } catch (RuntimeException e) {
      progress.accept("failed: " + e.getMessage());
      throw new UserMistake(e.getMessage() + "\n" + putBack(touched), e);
    }
  }

  /** The failed one too: its change may have been made although the answer was an error. */
  private String putBack(List<UrlChange> touched) {
    List<UrlChange> latestFirst = new ArrayList<>(touched);
    Collections.reverse(latestFirst);
    List<String> stuck = new ArrayList<>();
    for (UrlChange change : latestFirst) {
      try {
        account.update(change.component().item(), change.from());
        readBack(change, change.from());
        progress.accept("put back " + change.component().name());
      } catch (UserMistake e) {
        stuck.add(
            "%s: set %s (%s)".formatted(change.component().name(), byHand(change), e.getMessage()));
      }
    }
    return stuck.isEmpty()
        ? "Everything was put back: the URLs are what they were before."
        : "NOT everything could be put back. Set by hand:\n  " + String.join("\n  ", stuck);
  }

  private static String byHand(UrlChange change) {
    return change.from().entrySet().stream()
        .map(
            each ->
                each.getKey() + " to " + (each.getValue().isEmpty() ? "nothing" : each.getValue()))
        .collect(Collectors.joining(", "));
  }

  private void readBack(UrlChange change, Map<String, String> expected) {
    VoiceComponent now = change.component().now(account);
    expected.forEach(
        (attribute, url) -> {
          if (!now.url(attribute).equals(url)) {
            throw new UserMistake(
                "%s: %s was set to \"%s\" and reads \"%s\""
                    .formatted(now.name(), attribute, url, now.url(attribute)));
          }
        });
  }
}
