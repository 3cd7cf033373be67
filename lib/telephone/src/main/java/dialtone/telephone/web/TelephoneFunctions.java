package dialtone.telephone.web;

import dialtone.core.host.Edge;
import dialtone.core.host.Environment;
import dialtone.core.log.Log;
import dialtone.telephone.registry.Registrar;
import dialtone.telephone.registry.WaitingRecords;
import dialtone.telephone.registry.Worker;
import dialtone.telephone.store.BillStore;
import dialtone.telephone.store.CallStore;
import dialtone.telephone.store.CallsTable;
import dialtone.telephone.store.Listing;
import dialtone.telephone.store.TaskStore;
import dialtone.telephone.tariff.Tariffs;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiFunction;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Starts the functions that work on the table, each with no more than it needs. */
public final class TelephoneFunctions {
  /** Longer than DynamoDB takes, shorter than a function's ten seconds allow twice. */
  private static final Duration PATIENCE = Duration.ofSeconds(4);

  private TelephoneFunctions() {}

  /** {@code telephone/registry}. */
  public static TelephoneAction registry() {
    return registry(edge());
  }

  /** {@code telephone/calls}. */
  public static TelephoneAction calls() {
    return calls(edge());
  }

  /** {@code telephone/bills}. */
  public static TelephoneAction bills() {
    return bills(edge());
  }

  /** {@code telephone/task}. */
  public static TelephoneAction task() {
    return task(edge());
  }

  /** {@code telephone/worker}. */
  public static TelephoneAction worker() {
    return worker(edge());
  }

  static TelephoneAction registry(Edge edge) {
    return onTable(
        "registry",
        edge,
        (client, table) ->
            new RegistryResource(
                registrar(client, table, edge),
                new CallStore(client, table),
                new WaitingRecords(new TaskStore(client, table), edge.clock()),
                new Listing(client, table),
                edge.clock()));
  }

  static TelephoneAction calls(Edge edge) {
    return onTable(
        "calls",
        edge,
        (client, table) ->
            new CallsResource(
                new CallStore(client, table), new Listing(client, table), edge.clock()));
  }

  static TelephoneAction bills(Edge edge) {
    return onTable(
        "bills",
        edge,
        (client, table) ->
            new BillsResource(new BillStore(client, table), Tariffs.bundled(), edge.clock()));
  }

  static TelephoneAction task(Edge edge) {
    return onTable(
        "task",
        edge,
        (client, table) ->
            new TaskResource(
                new TaskStore(client, table), new Listing(client, table), edge.clock()));
  }

  static TelephoneAction worker(Edge edge) {
    return onTable(
        "worker",
        edge,
        (client, table) ->
            new WorkerResource(
                new Worker(
                    new TaskStore(client, table),
                    registrar(client, table, edge),
                    edge.clock(),
                    edge.log())));
  }

  private static Registrar registrar(DynamoDbClient client, String table, Edge edge) {
    return new Registrar(
        new CallStore(client, table),
        new TaskStore(client, table),
        Tariffs.bundled(),
        edge.clock(),
        edge.log());
  }

  private static TelephoneAction onTable(
      String function, Edge edge, BiFunction<DynamoDbClient, String, Resource> resource) {
    return new TelephoneAction(
        function,
        edge.environment(),
        Optional.of(new Gate(edge.environment(), edge.log())),
        onTable(edge, resource),
        edge.log());
  }

  private static Resource onTable(
      Edge edge, BiFunction<DynamoDbClient, String, Resource> resource) {
    Environment environment = edge.environment();
    Optional<String> table = environment.get(CallsTable.SETTING);
    if (table.isEmpty()) {
      return unavailable(edge, "setting " + CallsTable.SETTING + " is not set");
    }
    try {
      Resource onTable = resource.apply(CallsTable.client(environment, PATIENCE), table.get());
      return request -> answer(onTable, request, edge.log());
    } catch (IllegalArgumentException e) {
      return unavailable(edge, String.valueOf(e.getMessage()));
    }
  }

  private static Answer answer(Resource resource, ApiRequest request, Log log) {
    try {
      return resource.answer(request);
    } catch (SdkException e) {
      log.error("the table cannot be reached: " + e.getMessage());
      return TelephoneAction.unavailable("The calls cannot be reached at this time. Try again.");
    }
  }

  /** Says what is not set up, which only whoever was let in gets to see. */
  private static Resource unavailable(Edge edge, String reason) {
    return request -> {
      edge.log().error(reason);
      return Problem.unavailable("There are no calls here: " + reason + ".").answer();
    };
  }

  private static Edge edge() {
    return TelephoneAction.edge();
  }
}
