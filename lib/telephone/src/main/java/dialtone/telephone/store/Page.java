package dialtone.telephone.store;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next where the next part begins; empty after the last
 */
public record Page<T>(List<T> items, Optional<String> next) {
  public Page {
    items = List.copyOf(items);
  }

  /** The same part of a list of other things. */
  public <R> Page<R> map(Function<? super T, ? extends R> mapping) {
    return new Page<R>(items.stream().<R>map(mapping).toList(), next);
  }
}
