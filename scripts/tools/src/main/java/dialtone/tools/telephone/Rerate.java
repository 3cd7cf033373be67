package dialtone.tools.telephone;

import dialtone.core.host.Environment;
import dialtone.telephone.call.Charge;
import dialtone.telephone.registry.Rerating;
import dialtone.telephone.registry.Rerating.Change;
import dialtone.telephone.store.CallStore;
import dialtone.telephone.store.CallsTable;
import dialtone.telephone.store.Listing;
import dialtone.telephone.tariff.Tariffs;
import dialtone.tools.command.Command;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.SettingsFile;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code scripts/rerate}. */
@CommandLine.Command(
    name = "scripts/rerate",
    mixinStandardHelpOptions = true,
    description = {
      "Calculates the prices of calls anew by the tariffs of this checkout, those that had no price"
          + " too. Every old price is kept with its call. Without --apply it only shows what would"
          + " change.",
      "",
      "The table and the account are those of CALLS_TABLE and AWS_* in the environment, .env or the"
          + " file given."
    })
public final class Rerate implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Option(
      names = "--from",
      paramLabel = "TIME",
      description = "The first moment at which the calls started, ISO 8601 with an offset.")
  private Optional<OffsetDateTime> from;

  @Option(names = "--to", paramLabel = "TIME", description = "The first moment after.")
  private Optional<OffsetDateTime> to;

  @Option(names = "--apply", description = "Store the new prices.")
  private boolean apply;

  @Mixin private SettingsFile settings = new SettingsFile();

  @Spec private CommandSpec spec;

  private final Path root;

  Rerate(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) {
    System.exit(Command.run(new Rerate(Command.root()), arguments));
  }

  @Override
  public Integer call() {
    // Not "required": picocli would name what is missing before what it does not know.
    if (from.isEmpty() || to.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--from and --to are needed.");
    }
    Environment environment = settings.variables(root)::get;
    String table =
        environment
            .get(CallsTable.SETTING)
            .orElseThrow(() -> new UserMistake("Setting CALLS_TABLE is not set."));
    try (DynamoDbClient client = CallsTable.client(environment, PATIENCE)) {
      Rerating rerating =
          new Rerating(
              new CallStore(client, table),
              new Listing(client, table),
              Tariffs.bundled(),
              Clock.systemUTC());
      int changed = rerating.run(from.get().toInstant(), to.get().toInstant(), apply, Rerate::show);
      System.out.println(changed + (apply ? " prices changed." : " prices would change."));
    } catch (IllegalArgumentException e) {
      throw new UserMistake(String.valueOf(e.getMessage()), e);
    }
    return 0;
  }

  private static void show(Change change) {
    System.out.println(
        change.callId()
            + ": "
            + change.before().map(Rerate::text).orElse("no price")
            + " -> "
            + text(change.after()));
  }

  private static String text(Charge charge) {
    return charge.price().text()
        + " "
        + charge.price().currency().getCurrencyCode()
        + " ("
        + charge.tariff()
        + ")";
  }
}
