package dialtone.core.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import dialtone.core.log.Log;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class CachedDirectoryTest {
  private static final ExtensionDirectory BUNDLED = new BundledDirectory().directory();
  private static final ExtensionDirectory FIRST = copy();
  private static final ExtensionDirectory SECOND = copy();

  private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
  private final Log log = new Log(new PrintStream(logged, true, StandardCharsets.UTF_8));
  private final MovableClock clock = new MovableClock();

  @Test
  void aLoadedCopyServesForAMinute() {
    CachedDirectory directory = loading(List.of(() -> FIRST, () -> SECOND));

    assertThat(directory.directory()).isSameAs(FIRST);
    clock.move(CachedDirectory.LIFETIME.minusMillis(1));
    assertThat(directory.directory()).isSameAs(FIRST);
    clock.move(Duration.ofMillis(1));
    assertThat(directory.directory()).isSameAs(SECOND);
  }

  @Test
  void beforeTheFirstLoadSucceedsTheBundledCopyServes() {
    CachedDirectory directory = loading(List.of(failing(), () -> FIRST));

    assertThat(directory.directory()).isSameAs(BUNDLED);
    assertThat(warnings()).contains("the last good copy serves: table is away");
    clock.move(CachedDirectory.RETRY_AFTER);
    assertThat(directory.directory()).isSameAs(FIRST);
  }

  @Test
  void afterAFailureTheLastGoodCopyServesAndNobodyWaitsForAWhile() {
    CachedDirectory directory = loading(List.of(() -> FIRST, failing(), () -> SECOND));
    directory.directory();

    clock.move(CachedDirectory.LIFETIME);
    assertThat(directory.directory()).isSameAs(FIRST);
    assertThat(directory.directory()).isSameAs(FIRST);
    clock.move(CachedDirectory.RETRY_AFTER);
    assertThat(directory.directory()).isSameAs(SECOND);
  }

  @Test
  void aHangingLoadIsNotWaitedForAndServesOnceItEnds() throws Exception {
    CountDownLatch hang = new CountDownLatch(1);
    CachedDirectory directory =
        loading(
            List.of(
                () -> {
                  hang.await();
                  return FIRST;
                }));

    assertThat(directory.directory()).isSameAs(BUNDLED);
    assertThat(warnings()).contains("no answer within 500 ms");
    assertThat(directory.directory()).as("nobody waits again").isSameAs(BUNDLED);
    hang.countDown();
    await().untilAsserted(() -> assertThat(directory.directory()).isSameAs(FIRST));
  }

  @Test
  void aDefectInTheLoaderIsAFailureLikeAnyOther() {
    CachedDirectory directory =
        loading(
            List.of(
                () -> {
                  throw new NoClassDefFoundError("DynamoDbClient");
                }));

    assertThat(directory.directory()).isSameAs(BUNDLED);
  }

  private CachedDirectory loading(List<Callable<ExtensionDirectory>> loads) {
    Queue<Callable<ExtensionDirectory>> queue = new ArrayDeque<>(loads);
    return new CachedDirectory(() -> queue.remove().call(), BUNDLED, clock, log);
  }

  private static Callable<ExtensionDirectory> failing() {
    return () -> {
      throw new IllegalStateException("table is away");
    };
  }

  private static ExtensionDirectory copy() {
    return new BundledDirectory().directory();
  }

  private String warnings() {
    log.write(new JsonObject());
    return logged.toString(StandardCharsets.UTF_8);
  }

  private static final class MovableClock extends Clock {
    private Instant now = Instant.EPOCH;

    void move(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
