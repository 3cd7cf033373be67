package dialtone.tools.telephone;

import dialtone.telephone.store.CallsTable;
import dialtone.telephone.tariff.Tariff;
import dialtone.telephone.tariff.Tariffs;
import dialtone.tools.command.Command;
import dialtone.tools.dynamodb.LocalTables;
import dialtone.tools.project.Variables;
import dialtone.tools.server.LocalServer;
import dialtone.tools.server.OwnServer;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** {@code scripts/bench telephone}. */
@CommandLine.Command(
    name = "scripts/bench telephone",
    mixinStandardHelpOptions = true,
    description = {
      "Measures rating, and the telephone API over HTTP on DynamoDB Local: records a second, the"
          + " slowest hundredth, and a bill of 1,000 calls, at growing numbers of stored calls."
    })
public final class Bench implements Callable<Integer> {
  private static final int ROUNDS = 7;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Option(
      names = "--stored",
      split = ",",
      paramLabel = "CALLS",
      defaultValue = "10000,100000",
      description = "The numbers of stored calls to measure at, rising (10000,100000).")
  private List<Integer> stored;

  private final Path root;

  Bench(Path root) {
    this.root = root;
  }

  public static void main(String[] arguments) {
    System.exit(Command.run(new Bench(Command.root()), arguments));
  }

  @Override
  public Integer call() throws Exception {
    System.out.printf(
        "Java %s, %d cores, DynamoDB Local in memory%n",
        System.getProperty("java.version"), Runtime.getRuntime().availableProcessors());
    rating();
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    try (LocalTables tables = new LocalTables(Optional.empty());
        LocalServer server = OwnServer.start(root, settings(), tables::around, nowhere);
        DynamoDbClient client = client(tables.settings())) {
      // What the functions log goes to standard output, where this table is to be read.
      PrintStream table = System.out;
      System.setOut(nowhere);
      SampleCalls sample = SampleCalls.ofLastMonth();
      Filling filling =
          new Filling(sample, client, tables.settings().get(CallsTable.SETTING), table);
      new ApiBench(server, sample, filling, table).run(stored);
      System.setOut(table);
    }
    return 0;
  }

  /** The defaults of .env.sample: nothing of this machine's settings leads anywhere else. */
  private Variables settings() {
    return Variables.of(root, Optional.of(root.resolve(".env.sample")), Map.of());
  }

  private static DynamoDbClient client(Map<String, String> settings) {
    return CallsTable.client(name -> Optional.ofNullable(settings.get(name)), PATIENCE);
  }

  /** On one thread, so on one core. */
  private static void rating() {
    Tariffs tariffs = Tariffs.bundled();
    Random random = new Random(1);
    Instant first = Instant.parse("2026-01-01T00:00:00Z");
    Instant[] starts = new Instant[4_096];
    Instant[] stops = new Instant[starts.length];
    for (int i = 0; i < starts.length; i++) {
      starts[i] = first.plusSeconds(random.nextInt(31_536_000));
      stops[i] = starts[i].plusSeconds(random.nextInt(3_600));
    }
    long[] perSecond = new long[ROUNDS];
    long checksum = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long begin = System.nanoTime();
      int rated = 0;
      while (System.nanoTime() - begin < 1_000_000_000L) {
        for (int i = 0; i < starts.length; i++) {
          Tariff tariff = tariffs.inForce(starts[i]).orElseThrow();
          checksum += tariff.price(starts[i], stops[i]).amount().unscaledValue().longValue();
        }
        rated += starts.length;
      }
      perSecond[round] = rated * 1_000_000_000L / (System.nanoTime() - begin);
    }
    Arrays.sort(perSecond);
    System.out.printf(
        "rating: %,d calls/s on one core (median of %d s; slowest %,d, fastest %,d; checksum %d)%n",
        perSecond[ROUNDS / 2], ROUNDS, perSecond[0], perSecond[ROUNDS - 1], checksum);
  }
}
