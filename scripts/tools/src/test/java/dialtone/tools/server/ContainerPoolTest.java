package dialtone.tools.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dialtone.tools.project.Limits;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.project.Web;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContainerPoolTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger started = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();

  @AfterEach
  void endThreads() {
    threads.shutdownNow();
  }

  @Test
  void anIdleContainerIsUsedAgain() throws Exception {
    ContainerPool pool = pool(LONG, event -> event);
    pool.run(new JsonObject(), Map.of());
    pool.run(new JsonObject(), Map.of());
    assertThat(started).hasValue(1);
    pool.close();
    assertThat(closed).hasValue(1);
  }

  @Test
  void whileOneIsBusyAnotherIsStarted() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    ContainerPool pool =
        pool(
            LONG,
            event -> {
              both.countDown();
              both.await();
              return event;
            });
    Future<JsonElement> other = threads.submit(() -> pool.run(new JsonObject(), Map.of()));
    pool.run(new JsonObject(), Map.of());
    other.get();
    assertThat(started).hasValue(2);
  }

  @Test
  void thereAreNeverMoreThanEight() throws Exception {
    AtomicInteger busy = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    ContainerPool pool =
        pool(
            LONG,
            event -> {
              most.accumulateAndGet(busy.incrementAndGet(), Math::max);
              Thread.sleep(5);
              busy.decrementAndGet();
              return event;
            });
    List<Future<JsonElement>> calls = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      calls.add(threads.submit(() -> pool.run(new JsonObject(), Map.of())));
    }
    for (Future<JsonElement> call : calls) {
      call.get();
    }
    assertThat(started.get()).isLessThanOrEqualTo(8);
    assertThat(most.get()).isLessThanOrEqualTo(8);
  }

  @Test
  void aContainerThatIsTooSlowIsThrownAway() {
    ContainerPool pool =
        pool(
            Duration.ofMillis(50),
            event -> {
              new CountDownLatch(1).await();
              return event;
            });
    assertThatThrownBy(() -> pool.run(new JsonObject(), Map.of()))
        .isInstanceOf(ContainerException.class)
        .hasMessage("The function exceeded its time limit of 50 milliseconds.");
    assertThat(closed).hasValue(1);
  }

  @Test
  void aContainerThatFailedIsThrownAway() throws Exception {
    ContainerPool pool =
        pool(
            LONG,
            event -> {
              if (event.has("bad")) {
                throw new ContainerException("The function failed: bad");
              }
              return new JsonPrimitive(started.get());
            });
    JsonObject bad = new JsonObject();
    bad.addProperty("bad", true);
    assertThatThrownBy(() -> pool.run(bad, Map.of())).hasMessage("The function failed: bad");
    assertThat(pool.run(new JsonObject(), Map.of()).getAsInt()).isEqualTo(2);
    assertThat(closed).hasValue(1);
  }

  private interface Action {
    JsonElement main(JsonObject event) throws ContainerException, InterruptedException;
  }

  private ContainerPool pool(Duration timeout, Action action) {
    ProjectFunction function =
        new ProjectFunction("p", "f", "", Web.RAW, new Limits(timeout, 256), Map.of());
    return new ContainerPool(function, Map.of(), new Factory(action), threads);
  }

  private final class Factory implements ContainerFactory {
    private final Action action;

    Factory(Action action) {
      this.action = action;
    }

    @Override
    public Container start(ProjectFunction function, Map<String, String> settings) {
      started.incrementAndGet();
      return new Container() {
        private final AtomicInteger inside = new AtomicInteger();

        @Override
        public JsonElement invoke(JsonObject event, Map<String, String> call)
            throws ContainerException, InterruptedException {
          assertThat(inside.incrementAndGet()).as("calls at a time").isEqualTo(1);
          try {
            return action.main(event);
          } finally {
            inside.decrementAndGet();
          }
        }

        @Override
        public void close() {
          closed.incrementAndGet();
        }
      };
    }

    @Override
    public void close() {}
  }
}
