package dialtone.telephone.registry;

import dialtone.telephone.call.Call;
import dialtone.telephone.call.Charge;
import dialtone.telephone.store.CallFilter;
import dialtone.telephone.store.CallStore;
import dialtone.telephone.store.Listing;
import dialtone.telephone.store.Page;
import dialtone.telephone.tariff.Tariffs;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Calculates prices anew: the only way in which a price changes, and then the old one is kept. */
public final class Rerating {
  private static final int AT_ONCE = 100;

  private final CallStore calls;
  private final Listing listing;
  private final Tariffs tariffs;
  private final Clock clock;

  /**
   * A price that is not what the tariffs give.
   *
   * @param before empty if the call had none
   */
  public record Change(String callId, Optional<Charge> before, Charge after) {}

  public Rerating(CallStore calls, Listing listing, Tariffs tariffs, Clock clock) {
    this.calls = calls;
    this.listing = listing;
    this.tariffs = tariffs;
    this.clock = clock;
  }

  /**
   * Rates the calls that started in a time.
   *
   * @param apply whether the new prices are stored
   * @param changes is told of each
   * @return how many there are
   */
  public int run(Instant from, Instant to, boolean apply, Consumer<Change> changes) {
    CallFilter filter =
        new CallFilter(Optional.empty(), Optional.empty(), from, to, Optional.empty());
    // All ids first: a call that gets its first price moves to another part of the list.
    List<String> callIds = new ArrayList<>();
    Optional<String> cursor = Optional.empty();
    do {
      Page<Call> page = listing.calls(filter, cursor, AT_ONCE);
      page.items().forEach(call -> callIds.add(call.callId()));
      cursor = page.next();
    } while (cursor.isPresent());
    int changed = 0;
    for (String callId : callIds) {
      changed += rate(callId, apply, changes) ? 1 : 0;
    }
    return changed;
  }

  private boolean rate(String callId, boolean apply, Consumer<Change> changes) {
    while (true) {
      Call before = calls.call(callId).orElseThrow();
      Optional<Call> after = before.recharged(tariffs, clock.instant());
      if (after.isEmpty()) {
        return false;
      }
      // False if a record came between reading and storing: then it is looked at anew.
      if (!apply || calls.save(List.of(after.get()), List.of(), Optional.empty())) {
        changes.accept(new Change(callId, before.charge(), after.get().charge().orElseThrow()));
        return true;
      }
    }
  }
}
