package dialtone.telephone.call;

import dialtone.telephone.record.CallRecord;
import dialtone.telephone.record.CallRecord.Start;
import dialtone.telephone.record.CallRecord.Stop;
import dialtone.telephone.tariff.Tariff;
import dialtone.telephone.tariff.Tariffs;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of a call: the records that were taken, and once there are both, its charge.
 *
 * @param charge never changes once it is there, but by {@link #recharged}
 * @param earlierCharges those that re-rating replaced, oldest first
 * @param version how often it was stored
 */
public record Call(
    String callId,
    Optional<Kept<Start>> start,
    Optional<Kept<Stop>> stop,
    Optional<Charge> charge,
    List<Charge> earlierCharges,
    long version) {

  /** Whether a call still lacks something. */
  public enum State {
    OPEN,
    CLOSED
  }

  public Call {
    earlierCharges = List.copyOf(earlierCharges);
    if (charge.isPresent() && (start.isEmpty() || stop.isEmpty())) {
      throw new IllegalArgumentException("a call is charged when both its records are there");
    }
  }

  /** A call of which nothing is known yet. */
  public static Call unknown(String callId) {
    return new Call(callId, Optional.empty(), Optional.empty(), Optional.empty(), List.of(), 0);
  }

  /** Closed once it is charged. */
  public State state() {
    return charge.isPresent() ? State.CLOSED : State.OPEN;
  }

  /** Why the call is open; empty if it is closed. */
  public Optional<String> reason() {
    if (charge.isPresent()) {
      return Optional.empty();
    }
    if (start.isEmpty()) {
      return Optional.of(stop.isEmpty() ? "no record has come" : "its start has not come");
    }
    if (stop.isEmpty()) {
      return Optional.of("its stop has not come");
    }
    return Optional.of(
        duration().isEmpty()
            ? "its stop is before its start"
            : "no tariff was in force when it started");
  }

  /** How long it lasted; empty if that is not known or cannot be. */
  public Optional<Duration> duration() {
    if (start.isEmpty() || stop.isEmpty()) {
      return Optional.empty();
    }
    Duration duration = Duration.between(started(), stopped());
    return duration.isNegative() ? Optional.empty() : Optional.of(duration);
  }

  /** When it started; of a call whose start has not come, when it stopped. */
  public Instant at() {
    return start.isPresent() ? started() : stopped();
  }

  /** The record of one half that was taken. */
  public Optional<Kept<?>> kept(CallRecord like) {
    return like instanceof Start
        ? start.map(kept -> (Kept<?>) kept)
        : stop.map(kept -> (Kept<?>) kept);
  }

  /** What becomes of the call when a record comes. */
  public Taken take(CallRecord record, String jobId, Instant now, Tariffs tariffs) {
    Optional<Kept<?>> first = kept(record);
    if (first.isPresent()) {
      return first.get().record().equals(record)
          ? new Taken.Repeated(first.get())
          : new Taken.Contradicted(new Contradiction(new Kept<>(record, jobId, now)));
    }
    Call after =
        record instanceof Start newStart
            ? with(Optional.of(new Kept<>(newStart, jobId, now)), stop)
            : with(start, Optional.of(new Kept<>((Stop) record, jobId, now)));
    return new Taken.Added(after.charged(tariffs, now));
  }

  /** The call with its charge, if it has both records and a tariff was in force; else as it is. */
  public Call charged(Tariffs tariffs, Instant now) {
    return charge.isPresent() ? this : calculated(tariffs, now).map(this::with).orElse(this);
  }

  /**
   * The call with the charge that today's tariffs give, the old one kept.
   *
   * @return empty if that is the charge it has
   */
  public Optional<Call> recharged(Tariffs tariffs, Instant now) {
    Optional<Charge> calculated = calculated(tariffs, now);
    boolean same =
        calculated.isEmpty()
            || charge
                .filter(old -> old.price().sameAs(calculated.get().price()))
                .filter(old -> old.tariff().equals(calculated.get().tariff()))
                .isPresent();
    return same ? Optional.empty() : calculated.map(this::with);
  }

  private Optional<Charge> calculated(Tariffs tariffs, Instant now) {
    if (duration().isEmpty()) {
      return Optional.empty();
    }
    Optional<Tariff> tariff = tariffs.inForce(started());
    return tariff.map(t -> new Charge(t.price(started(), stopped()), t.id(), t.zone(), now));
  }

  private Call with(Charge newCharge) {
    List<Charge> earlier = new ArrayList<>(earlierCharges);
    charge.ifPresent(earlier::add);
    return new Call(callId, start, stop, Optional.of(newCharge), earlier, version);
  }

  private Call with(Optional<Kept<Start>> newStart, Optional<Kept<Stop>> newStop) {
    return new Call(callId, newStart, newStop, charge, earlierCharges, version);
  }

  private Instant started() {
    return start.orElseThrow().record().timestamp();
  }

  private Instant stopped() {
    return stop.orElseThrow().record().timestamp();
  }
}
