package dialtone.tools.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MedianTest {

  @Test
  void theMiddleOneIsTheMedianWhateverTheirOrder() {
    assertThat(Median.of(List.of(9.0, 1.0, 5.0))).isEqualTo(5.0);
  }

  @Test
  void ninetyNineOfAHundredDoNotExceedTheNinetyNinthPercentile() {
    List<Double> hundred = IntStream.rangeClosed(1, 100).mapToObj(Double::valueOf).toList();
    assertThat(Median.quantile(hundred, 0.99)).isEqualTo(99.0);
  }
}
