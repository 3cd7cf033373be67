package dialtone.tools.telephone;

import dialtone.core.log.Log;
import dialtone.telephone.record.Registry.Records;
import dialtone.telephone.record.RegistryReader;
import dialtone.telephone.registry.Receipt;
import dialtone.telephone.registry.Registrar;
import dialtone.telephone.store.CallStore;
import dialtone.telephone.store.TaskStore;
import dialtone.telephone.tariff.Tariffs;
import dialtone.telephone.task.Task.Status;
import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Fills a table with calls that are not measured: what the functions' own code makes of registries,
 * written without asking what is there.
 */
final class Filling {
  private static final int CALLS_OF_A_REGISTRY = 250;
  private static final int STEP = 50_000;
  private static final int THREADS = 3;

  private final SampleCalls sample;
  private final Registrar registrar;
  private final RegistryReader reader = new RegistryReader(Clock.systemUTC());
  private final PrintStream progress;

  Filling(SampleCalls sample, DynamoDbClient client, String table, PrintStream progress) {
    this.sample = sample;
    DynamoDbClient writing = new UnconditionalClient(client);
    registrar =
        new Registrar(
            new CallStore(writing, table),
            new TaskStore(writing, table),
            Tariffs.bundled(),
            Clock.systemUTC(),
            new Log(progress));
    this.progress = progress;
  }

  /** Stores the calls from a number up to another, none of which is stored. */
  void fill(int from, int to) throws InterruptedException {
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      for (int first = from; first < to; first += STEP) {
        int end = Math.min(first + STEP, to);
        long begin = System.nanoTime();
        step(threads, first, end);
        progress.printf(
            "filled to %,d calls: %.2f ms a call%n",
            end, (System.nanoTime() - begin) / 1e6 / (end - first));
      }
    } finally {
      threads.shutdown();
    }
  }

  private void step(ExecutorService threads, int from, int to) throws InterruptedException {
    List<Future<?>> registries = new ArrayList<>();
    for (int i = from; i < to; i += CALLS_OF_A_REGISTRY) {
      int first = i;
      int end = Math.min(i + CALLS_OF_A_REGISTRY, to);
      registries.add(threads.submit(() -> store(sample.registry(first, end))));
    }
    for (Future<?> registry : registries) {
      try {
        registry.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("the table cannot be filled", e);
      }
    }
  }

  private void store(String body) {
    Receipt receipt = registrar.file((Records) reader.read(body), body);
    if (!(receipt instanceof Receipt.Filed filed) || filed.task().status() != Status.DONE) {
      throw new IllegalStateException(receipt.toString());
    }
  }
}
