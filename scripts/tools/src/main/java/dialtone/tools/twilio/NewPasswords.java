package dialtone.tools.twilio;

import dialtone.tools.command.UserMistake;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** The SIP users that get another password: Twilio tells none, so none is ever seen to differ. */
final class NewPasswords {
  @Option(
      names = "--new-password",
      paramLabel = "USER",
      description =
          "Gives a SIP user that is there another password: that of SIP_PASSWORD_<STACK>_<USER> or"
              + " SIP_PASSWORD_<USER>, or one made up and shown once. May be given several times.")
  private Set<String> users = new LinkedHashSet<>();

  /**
   * @throws UserMistake if the stack has no user of a name
   */
  Set<String> of(Stack stack) {
    List<String> known =
        stack.resources().stream()
            .filter(resource -> resource.kind().equals(Kind.CREDENTIAL))
            .map(Described::key)
            .distinct()
            .toList();
    for (String user : users) {
      if (!known.contains(user)) {
        throw new UserMistake(
            "--new-password %s: stack %s has no such user; it has %s"
                .formatted(
                    user, stack.name(), known.isEmpty() ? "none" : String.join(", ", known)));
      }
    }
    return Set.copyOf(users);
  }
}
