package dialtone.telephone.feed;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dialtone.core.aws.BoundedCall;
import dialtone.core.aws.ServiceException;
import dialtone.core.directory.DirectorySource;
import dialtone.core.host.Edge;
import dialtone.core.log.Log;
import dialtone.core.web.WebRequest;
import dialtone.telephone.record.CallRecord;
import dialtone.telephone.record.Registry.Records;
import dialtone.telephone.registry.Receipt;
import dialtone.telephone.registry.Registrar;
import dialtone.telephone.store.CallStore;
import dialtone.telephone.store.CallsTable;
import dialtone.telephone.store.TaskStore;
import dialtone.telephone.tariff.Tariffs;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Files finished calls in the table, in the background. Its client is built there too, from the
 * start on: that takes longer than telling may.
 */
final class TableCallFeed implements CallFeed {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final DirectorySource directory;
  private final Clock clock;
  private final Log log;
  private final BoundedCall<Registrar> registrar;

  TableCallFeed(String table, Edge edge, DirectorySource directory) {
    this.directory = directory;
    this.clock = edge.clock();
    this.log = edge.log();
    this.registrar = BoundedCall.start("calls-client", () -> registrar(table, edge));
  }

  private static Registrar registrar(String table, Edge edge) {
    DynamoDbClient client = CallsTable.client(edge.environment(), PATIENCE);
    return new Registrar(
        new CallStore(client, table),
        new TaskStore(client, table),
        Tariffs.bundled(),
        edge.clock(),
        edge.log());
  }

  @Override
  public Telling tell(WebRequest callback, String durationParameter) {
    Optional<FinishedCall> call =
        FinishedCall.of(callback, durationParameter, directory.directory(), clock.instant());
    if (call.isEmpty()) {
      return () -> {};
    }
    long end = System.nanoTime() + PATIENCE.toNanos();
    BoundedCall<Receipt> telling = BoundedCall.start("calls-tell", () -> file(call.get()));
    return () -> await(telling, Duration.ofNanos(Math.max(0, end - System.nanoTime())));
  }

  private Receipt file(FinishedCall call) {
    Records records = new Records(call.records(), /* single= */ false);
    return registrar.get(PATIENCE).fileUnlessKnown(records, json(call));
  }

  private void await(BoundedCall<Receipt> telling, Duration most) {
    try {
      telling.get(most);
    } catch (ServiceException e) {
      log.warn("a call may be on no bill: DynamoDB: " + e.getMessage());
    }
  }

  /** What the task shows as posted: the records as an exchange would have sent them. */
  private static String json(FinishedCall call) {
    JsonArray array = new JsonArray();
    for (CallRecord record : call.records()) {
      JsonObject json = new JsonObject();
      json.addProperty("type", record.half().text());
      json.addProperty("timestamp", record.timestamp().toString());
      json.addProperty("call_id", record.callId());
      if (record instanceof CallRecord.Start start) {
        json.addProperty("source", start.source());
        json.addProperty("destination", start.destination());
      }
      array.add(json);
    }
    return array.toString();
  }
}
