package dialtone.tools.bench;

import java.util.List;

/** What lies in the middle of measurements, or near their upper end. */
final class Median {
  private Median() {}

  /** The middle one. */
  static double of(List<Double> measured) {
    return quantile(measured, 0.5);
  }

  /**
   * The smallest that is not exceeded by a share of all.
   *
   * @param share from 0 to 1
   */
  static double quantile(List<Double> measured, double share) {
    List<Double> sorted = measured.stream().sorted().toList();
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, Math.min(index, sorted.size() - 1)));
  }
}
