package dialtone.telephone.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.core.log.Log;
import dialtone.telephone.Database;
import dialtone.telephone.Requests;
import dialtone.telephone.SettableClock;
import dialtone.telephone.call.Call;
import dialtone.telephone.record.CallRecord;
import dialtone.telephone.record.CallRecord.Start;
import dialtone.telephone.record.CallRecord.Stop;
import dialtone.telephone.record.Registry.Records;
import dialtone.telephone.store.BillStore;
import dialtone.telephone.store.CallStore;
import dialtone.telephone.store.CallsTable;
import dialtone.telephone.store.TaskStore;
import dialtone.telephone.tariff.Tariffs;
import dialtone.telephone.task.Task;
import dialtone.telephone.task.Task.Status;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItemsRequest;

class RegistrarTest {
  private static final Instant START = Instant.parse("2026-10-03T17:00:00Z");
  private static final Instant STOP = Instant.parse("2026-10-03T17:02:00Z");

  private final Requests requests = new Requests();
  private final Map<String, String> settings = Database.withNewTable();
  private final String table = settings.get(CallsTable.SETTING);
  private final DynamoDbClient client = requests.client(settings);
  private final SettableClock clock = new SettableClock("2026-11-21T12:00:00Z");
  private final Log log =
      new Log(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8));
  private final CallStore calls = new CallStore(client, table);
  private final TaskStore tasks = new TaskStore(client, table);
  private final Registrar registrar = new Registrar(calls, tasks, Tariffs.bundled(), clock, log);
  private final Worker worker = new Worker(tasks, registrar, clock, log);

  @Test
  void aRecordCostsTwoRequests() {
    file(start("c1"));
    assertThat(requests.take()).containsExactly("GetItem", "TransactWriteItems");

    file(stop("c1"));
    assertThat(requests.take()).containsExactly("GetItem", "TransactWriteItems");
  }

  @Test
  void aRecordThatCameBeforeCostsTwoReads() {
    file(start("c1"));
    requests.take();

    file(start("c1"));
    assertThat(requests.take()).containsExactly("GetItem", "GetItem");
  }

  @Test
  void fiveHundredRecordsCostAReadAndAWriteForEachHundredCalls() {
    List<CallRecord> records = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      records.add(start("c" + i));
      records.add(stop("c" + i));
    }
    file(records.toArray(new CallRecord[0]));

    assertThat(requests.take())
        .containsExactly(
            "BatchGetItem",
            "BatchGetItem",
            "BatchGetItem",
            "TransactWriteItems",
            "TransactWriteItems",
            "TransactWriteItems");
  }

  @Test
  void aBillCostsOneQuery() {
    file(start("c1"), stop("c1"));
    requests.take();

    assertThat(new BillStore(client, table).lines("alice", YearMonth.of(2026, 10))).hasSize(1);
    assertThat(requests.take()).containsExactly("Query");
  }

  @Test
  void twoFunctionsThatTakeTheHalvesAtTheSameMomentMakeOneCallWithOnePrice() throws Exception {
    int many = 100;
    ExecutorService threads = Executors.newFixedThreadPool(2);
    CyclicBarrier together = new CyclicBarrier(2);
    List<Future<Receipt>> receipts = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      String callId = "c" + i;
      for (CallRecord half : List.of(start(callId), stop(callId))) {
        receipts.add(
            threads.submit(
                () -> {
                  together.await();
                  return file(half);
                }));
      }
    }
    for (Future<Receipt> receipt : receipts) {
      assertThat(((Receipt.Filed) receipt.get()).outcome()).isEqualTo(Outcome.RECORDED);
    }
    threads.shutdown();

    for (int i = 0; i < many; i++) {
      Call call = calls.call("c" + i).orElseThrow();
      assertThat(call.charge().orElseThrow().price().text()).isEqualTo("0.54");
      assertThat(call.earlierCharges()).isEmpty();
      assertThat(call.version()).as("each half is stored once").isEqualTo(2);
    }
    assertThat(new BillStore(client, table).lines("alice", YearMonth.of(2026, 10))).hasSize(many);
  }

  @Test
  void ifConsolidationFailsTheTaskStaysQueuedAndTheWorkerFinishesIt() {
    file(start("c1"));
    requests.breakBefore(RegistrarTest::writesACall);
    Receipt.Filed receipt = (Receipt.Filed) file(stop("c1"));

    assertThat(receipt.task().status()).isEqualTo(Status.QUEUED);
    assertThat(receipt.task().reason()).hasValue("the connection broke");
    assertThat(worker.run(Duration.ofMinutes(1))).isZero();
    assertThat(task(receipt).status()).isEqualTo(Status.QUEUED);
    assertThat(task(receipt).attempts()).isEqualTo(2);

    requests.breakBefore(request -> false);
    assertThat(worker.run(Duration.ofMinutes(1))).isEqualTo(1);
    assertThat(task(receipt).status()).isEqualTo(Status.DONE);
    assertThat(task(receipt).result().orElseThrow()).contains("\"outcome\":\"recorded\"");
    assertThat(calls.call("c1").orElseThrow().charge()).isPresent();
    assertThat(tasks.waiting(10)).isEmpty();
  }

  @Test
  void ifTheAnswerIsLostAfterAllWasStoredNothingIsStoredTwice() {
    requests.breakAfter(RegistrarTest::writesACall);
    Receipt.Filed receipt = (Receipt.Filed) file(start("c1"), stop("c1"));
    requests.breakAfter(request -> false);

    assertThat(receipt.task().status()).isEqualTo(Status.DONE);
    assertThat(tasks.waiting(10)).isEmpty();
    assertThat(calls.call("c1").orElseThrow().version()).isEqualTo(1);
  }

  @Test
  void aRegistryOfWhichAPartIsStoredIsFinishedByTheWorker() {
    List<CallRecord> records = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      records.add(start("c" + i));
    }
    int[] writes = {0};
    requests.breakBefore(request -> writesACall(request) && ++writes[0] == 2);
    Receipt.Filed receipt = (Receipt.Filed) file(records.toArray(new CallRecord[0]));
    assertThat(receipt.task().status()).isEqualTo(Status.QUEUED);

    assertThat(worker.run(Duration.ofMinutes(1))).isEqualTo(1);
    String result = task(receipt).result().orElseThrow();
    assertThat(result.split("\"outcome\":\"recorded\"", -1)).hasSize(251);
  }

  @Test
  void ifNothingCanBeStoredTheSenderIsTold() {
    requests.breakBefore(request -> true);

    assertThat(file(start("c1"))).isInstanceOf(Receipt.NotStored.class);
  }

  @Test
  void aTaskThatAnotherWorkerIsAtIsLeftAloneUntilThatWorkerMustBeDead() {
    requests.breakBefore(RegistrarTest::writesACall);
    Receipt.Filed receipt = (Receipt.Filed) file(start("c1"));
    requests.breakBefore(request -> false);
    assertThat(tasks.claim(receipt.task().jobId(), clock.instant())).isPresent();

    assertThat(worker.run(Duration.ofMinutes(1))).isZero();
    assertThat(task(receipt).status()).isEqualTo(Status.STARTED);
    clock.pass(Duration.ofMinutes(21));
    assertThat(worker.run(Duration.ofMinutes(1))).isEqualTo(1);
    assertThat(task(receipt).status()).isEqualTo(Status.DONE);
  }

  @Test
  void aTaskThatNeverSucceedsIsGivenUpWithItsReason() {
    requests.breakBefore(RegistrarTest::writesACall);
    Receipt.Filed receipt = (Receipt.Filed) file(start("c1"));
    for (int i = 0; i < Worker.MOST_ATTEMPTS; i++) {
      worker.run(Duration.ofMinutes(1));
    }

    assertThat(task(receipt).status()).isEqualTo(Status.FAILED);
    assertThat(task(receipt).reason()).hasValue("the connection broke");
    assertThat(tasks.waiting(10)).isEmpty();
  }

  private Task task(Receipt.Filed receipt) {
    return tasks.task(receipt.task().jobId()).orElseThrow();
  }

  private Receipt file(CallRecord... records) {
    StringBuilder data = new StringBuilder("[");
    for (CallRecord record : records) {
      data.append(data.length() > 1 ? "," : "")
          .append("{\"type\":\"")
          .append(record.half().text())
          .append("\",\"timestamp\":\"")
          .append(record.timestamp())
          .append("\",\"call_id\":\"")
          .append(record.callId());
      if (record instanceof Start start) {
        data.append("\",\"source\":\"")
            .append(start.source())
            .append("\",\"destination\":\"")
            .append(start.destination());
      }
      data.append("\"}");
    }
    return registrar.file(new Records(List.of(records), false), data + "]");
  }

  private static Start start(String callId) {
    return new Start(callId, START, "alice", "5035551212");
  }

  private static Stop stop(String callId) {
    return new Stop(callId, STOP);
  }

  private static boolean writesACall(SdkRequest request) {
    return request instanceof TransactWriteItemsRequest write
        && write.transactItems().stream()
            .map(TransactWriteItem::put)
            .anyMatch(put -> put != null && put.item().get("pk").s().startsWith("CALL#"));
  }
}
