package dialtone.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LiveClockTest {

  @Test
  void timePassesUntilTheDeadlineIfNobodyActs() {
    LiveClock clock = new LiveClock(1000);
    assertThat(clock.next(Duration.ofSeconds(20), true)).isEmpty();
    assertThat(clock.now()).isEqualTo(Duration.ofSeconds(20));
  }

  @Test
  void whatSomebodyDoesComesBeforeTheDeadline() {
    LiveClock clock = new LiveClock(1);
    clock.act(new Act.PressesKey('7'));
    assertThat(clock.next(Duration.ofHours(1), true)).contains(new Act.PressesKey('7'));
    assertThat(clock.now()).isLessThan(Duration.ofHours(1));
  }

  @Test
  void whoeverEndsTheThreadHangsUp() {
    Thread.currentThread().interrupt();
    assertThat(new LiveClock(1).next(Duration.ofHours(1), false)).contains(new Act.CallerHangsUp());
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void timeMustPass() {
    assertThatThrownBy(() -> new LiveClock(0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aPhoneHasTwelveKeys() {
    assertThatThrownBy(() -> new Act.PressesKey('A')).hasMessage("a phone has no key A");
  }
}
