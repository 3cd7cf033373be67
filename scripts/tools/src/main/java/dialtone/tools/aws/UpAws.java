package dialtone.tools.aws;

import dialtone.tools.command.UserMistake;
import dialtone.tools.history.Event;
import dialtone.tools.history.History;
import dialtone.tools.project.Workplace;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = "Shows what is to be made, asks, makes it, and compares again.")
final class UpAws implements Callable<Integer> {
  private static final String NO_CREDENTIALS = "Unable to load credentials";

  private final Workplace workplace;
  @Mixin private AwsOptions options;

  @Option(names = "--yes", description = "Does not ask.")
  private boolean yes;

  UpAws(Workplace workplace) {
    this.workplace = workplace;
  }

  @Override
  public Integer call() {
    return told(workplace, this::up);
  }

  private int up(AwsSession session) {
    AwsComparison comparison = session.comparison(options);
    List<AwsChange> changes = show(workplace, comparison);
    if (changes.isEmpty()) {
      return 0;
    }
    if (!yes
        && !workplace
            .terminal()
            .agrees("Change AWS account " + comparison.names().account() + "?")) {
      workplace.say("Nothing was changed.");
      return CommandLine.ExitCode.SOFTWARE;
    }
    for (AwsChange change : changes) {
      change.apply().run();
      History.of(workplace)
          .add(
              new Event(
                  "aws",
                  change.title(),
                  change.from(),
                  change.to(),
                  Map.of("account", comparison.names().account())));
      workplace.say("done: " + change.title());
    }
    List<AwsChange> left = comparison.changes();
    if (!left.isEmpty()) {
      throw new UserMistake(
          "AWS does not tell of every change yet: run preview in a minute. Left: "
              + String.join(", ", left.stream().map(AwsChange::what).toList()));
    }
    workplace.say("Done, and read back. AWS_TOPIC_ARN=" + comparison.names().topicArn());
    comparison.names().tables().forEach(table -> workplace.say("Table: " + table.name()));
    return 0;
  }

  static List<AwsChange> show(Workplace workplace, AwsComparison comparison) {
    List<AwsChange> changes = comparison.changes();
    changes.forEach(change -> workplace.say(change.what()));
    workplace.say(
        "AWS account %s, %s: %d to change."
            .formatted(comparison.names().account(), comparison.names().region(), changes.size()));
    return changes;
  }

  /** Runs with a session; what AWS refuses is told in a sentence that names the remedy. */
  static <T> T told(Workplace workplace, Function<AwsSession, T> command) {
    try (AwsSession session = new AwsSession(workplace)) {
      return command.apply(session);
    } catch (AwsServiceException e) {
      boolean access = e.statusCode() == 401 || e.statusCode() == 403;
      throw new UserMistake(
          "AWS: "
              + reason(e)
              + (access
                  ? ". Set AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY in the"
                      + " environment, to somebody who may do this"
                  : ""),
          e);
    } catch (SdkException e) {
      throw new UserMistake(
          String.valueOf(e.getMessage()).startsWith(NO_CREDENTIALS)
              ? "No credentials for AWS: set AWS_PROFILE, or AWS_ACCESS_KEY_ID and"
                  + " AWS_SECRET_ACCESS_KEY in the environment. Those in .env are the functions' own"
              : "AWS does not answer: " + e.getMessage() + ". Is AWS_REGION right?",
          e);
    }
  }

  private static String reason(AwsServiceException e) {
    return e.awsErrorDetails() == null ? e.getMessage() : e.awsErrorDetails().errorMessage();
  }
}
