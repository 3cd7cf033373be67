package dialtone.telephone.store;

import dialtone.telephone.call.Call;
import dialtone.telephone.call.Call.State;
import dialtone.telephone.call.Contradiction;
import dialtone.telephone.task.Task;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Lists of what the table holds, a page at a time. */
public final class Listing {
  private final DynamoDbClient client;
  private final String table;

  public Listing(DynamoDbClient client, String table) {
    this.client = client;
    this.table = table;
  }

  /**
   * Calls, newest month first; within a month and state newest first.
   *
   * @throws IllegalArgumentException if the cursor is none of this list's
   */
  public Page<Call> calls(CallFilter filter, Optional<String> cursor, int limit) {
    return walk(filter).page(client, table, cursor, limit).map(CallItem::call);
  }

  /**
   * Records that contradict, by when they came.
   *
   * @throws IllegalArgumentException if the cursor is none of this list's
   */
  public Page<Contradiction> contradictions(
      Instant from, Instant to, Optional<String> cursor, int limit) {
    return months(List.of("CONTRADICTION"), from, to, Map.of())
        .page(client, table, cursor, limit)
        .map(CallItem::contradiction);
  }

  /**
   * Tasks, by when they were made.
   *
   * @throws IllegalArgumentException if the cursor is none of this list's
   */
  public Page<Task> tasks(
      Optional<Task.Status> status, Instant from, Instant to, Optional<String> cursor, int limit) {
    Map<String, String> equal = status.map(s -> Map.of(TaskItem.STATUS, s.name())).orElse(Map.of());
    return months(List.of("TASK"), from, to, equal)
        .page(client, table, cursor, limit)
        .map(TaskItem::task);
  }

  private static IndexWalk walk(CallFilter filter) {
    if (filter.source().isEmpty() && filter.destination().isEmpty()) {
      List<String> states =
          filter.state().map(List::of).orElse(List.of(State.values())).stream()
              .map(State::name)
              .toList();
      return months(states, filter.from(), filter.to(), Map.of());
    }
    return filter.source().isPresent()
        ? subscriber(CallsTable.SOURCES, CallsTable.SOURCE, filter.source().get(), filter)
        : subscriber(
            CallsTable.DESTINATIONS,
            CallsTable.DESTINATION,
            filter.destination().orElseThrow(),
            filter);
  }

  private static IndexWalk subscriber(
      String index, String attribute, String subscriber, CallFilter filter) {
    Map<String, String> equal = new HashMap<>();
    if (!attribute.equals(CallsTable.DESTINATION)) {
      filter.destination().ifPresent(to -> equal.put(CallsTable.DESTINATION, to));
    }
    filter.state().ifPresent(state -> equal.put(CallItem.STATE, state.name()));
    return new IndexWalk(index, attribute, List.of(subscriber), filter.from(), filter.to(), equal);
  }

  private static IndexWalk months(
      List<String> kinds, Instant from, Instant to, Map<String, String> equal) {
    YearMonth first = YearMonth.from(from.atZone(ZoneOffset.UTC));
    List<String> partitions = new ArrayList<>();
    for (YearMonth month = YearMonth.from(to.atZone(ZoneOffset.UTC));
        !month.isBefore(first);
        month = month.minusMonths(1)) {
      for (String kind : kinds) {
        partitions.add(kind + "#" + month);
      }
    }
    return new IndexWalk(CallsTable.MONTHS, CallsTable.MONTH, partitions, from, to, equal);
  }
}
