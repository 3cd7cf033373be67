package dialtone.tools.history;

import dialtone.core.host.Environment;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Who changes something, with the scripts of which commit.
 *
 * @param who {@code git config user.email}, in a workflow the actor, else the user's name
 * @param commit the project's commit, with {@code -dirty} if files differ from it
 */
public record Author(String who, String commit) {

  /** As the project's git repository and the environment tell. */
  public static Author of(Environment environment, Path root) {
    String who =
        environment
            .get("GITHUB_ACTOR")
            .or(() -> git(root, "config", "user.email"))
            .or(() -> environment.get("USER"))
            .orElse("unknown");
    return new Author(who, git(root, "describe", "--always", "--dirty").orElse("unknown"));
  }

  private static Optional<String> git(Path root, String... arguments) {
    try {
      List<String> command = new java.util.ArrayList<>(List.of("git", "-C", root.toString()));
      command.addAll(List.of(arguments));
      Process git =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      String line = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(line.strip()).filter(text -> exit(git) == 0 && !text.isEmpty());
    } catch (IOException e) {
      // no git here: the commit is unknown, and the history says so
      return Optional.empty();
    }
  }

  private static int exit(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }
}
