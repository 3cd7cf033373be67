package dialtone.telephone.web;

import static dialtone.telephone.web.Telephone.json;
import static dialtone.telephone.web.Telephone.start;
import static dialtone.telephone.web.Telephone.stop;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dialtone.core.log.Log;
import dialtone.telephone.Requests;
import dialtone.telephone.record.Registry.Records;
import dialtone.telephone.record.RegistryReader;
import dialtone.telephone.registry.Receipt;
import dialtone.telephone.registry.Registrar;
import dialtone.telephone.store.CallStore;
import dialtone.telephone.store.CallsTable;
import dialtone.telephone.store.TaskStore;
import dialtone.telephone.tariff.Tariffs;
import dialtone.telephone.task.Task.Status;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BatchGetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;

/** What the API says of a registry that was stored and could not be consolidated. */
class QueuedRegistryTest {
  private static final String START =
      start("c1", "2026-10-03T21:57:13-07:00", "alice", "5035551212");
  private static final String STOP = stop("c1", "2026-10-03T22:10:56-07:00");
  private static final String OTHER = stop("c2", "2026-10-03T22:10:57-07:00");

  private final Telephone telephone = new Telephone();
  private String jobId;

  /** DynamoDB does not tell of calls, but takes the task. */
  @BeforeEach
  void aRegistryIsQueued() {
    telephone.post("/registry", START);
    Requests requests = new Requests();
    DynamoDbClient client = requests.client(telephone.settings);
    requests.breakBefore(
        request ->
            request instanceof BatchGetItemRequest
                || (request instanceof GetItemRequest get
                    && get.key().get("pk").s().startsWith("CALL#")));
    String table = telephone.settings.get(CallsTable.SETTING);
    String data = "[" + STOP + "," + OTHER + "]";
    Receipt.Filed receipt =
        (Receipt.Filed)
            new Registrar(
                    new CallStore(client, table),
                    new TaskStore(client, table),
                    Tariffs.bundled(),
                    telephone.clock,
                    new Log(
                        new PrintStream(
                            OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8)))
                .file((Records) new RegistryReader(telephone.clock).read(data), data);
    assertThat(receipt.task().status()).isEqualTo(Status.QUEUED);
    jobId = receipt.task().jobId();
  }

  @Test
  void eachOfItsRecordsIsInTheRegistry() {
    JsonObject stop = json(telephone.get("/registry/c1-stop"));

    assertThat(stop.get("status").getAsString()).isEqualTo("queued");
    assertThat(stop.get("timestamp").getAsString()).isEqualTo("2026-10-04T05:10:56Z");
    assertThat(stop.get("job_id").getAsString()).isEqualTo(jobId);
    assertThat(json(telephone.get("/registry/c2-stop")).get("job_id").getAsString())
        .isEqualTo(jobId);
    assertThat(telephone.get("/registry/c2-start").status()).isEqualTo(404);
  }

  @Test
  void aCallsRecordsAreListedWithThoseThatWait() {
    JsonArray records = json(telephone.get("/registry?call_id=c1")).getAsJsonArray("records");

    assertThat(records)
        .extracting(each -> each.getAsJsonObject().get("status").getAsString())
        .containsExactly("counts", "queued");
  }

  @Test
  void itsTaskSaysWhyItWaits() {
    JsonObject task = json(telephone.get("/task/" + jobId));

    assertThat(task.get("status").getAsString()).isEqualTo("queued");
    assertThat(task.get("reason").getAsString()).isEqualTo("the connection broke");
    assertThat(json(telephone.get("/task?status=queued")).getAsJsonArray("tasks")).hasSize(1);
  }

  @Test
  void itsCallsAreAsTheyWereUntilTheWorkerHasRun() {
    assertThat(json(telephone.get("/calls/c1")).get("state").getAsString()).isEqualTo("open");
    assertThat(telephone.get("/calls/c2").status()).isEqualTo(404);

    telephone.call("POST", "/worker", "", Map.of());

    assertThat(json(telephone.get("/calls/c1")).get("price").getAsString()).isEqualTo("0.54");
    assertThat(json(telephone.get("/registry/c1-stop")).get("status").getAsString())
        .isEqualTo("counts");
    assertThat(json(telephone.get("/registry?call_id=c2")).getAsJsonArray("records")).hasSize(1);
    assertThat(json(telephone.get("/task/" + jobId)).get("status").getAsString()).isEqualTo("done");
  }
}
