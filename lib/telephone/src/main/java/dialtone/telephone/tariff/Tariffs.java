package dialtone.telephone.tariff;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All tariffs there ever were. From the first on, one and only one is in force at any moment. */
public final class Tariffs {
  private final List<Tariff> newestFirst;

  /**
   * @throws TariffsException if there is none, two have one id, or their validities overlap, leave
   *     a gap or come to an end; the message names them all
   */
  public Tariffs(List<Tariff> tariffs) {
    newestFirst =
        tariffs.stream().sorted(Comparator.comparing(Tariff::validFrom).reversed()).toList();
    List<String> mistakes = mistakes();
    if (!mistakes.isEmpty()) {
      throw new TariffsException(mistakes);
    }
  }

  /**
   * The tariffs that are bundled with the functions.
   *
   * @throws TariffsException if the file has mistakes, which the build refuses
   */
  public static Tariffs bundled() {
    return TariffsDocument.bundled();
  }

  /** The tariff in force at a moment; empty before the first one's. */
  public Optional<Tariff> inForce(Instant moment) {
    for (Tariff tariff : newestFirst) {
      if (tariff.inForce(moment)) {
        return Optional.of(tariff);
      }
    }
    return Optional.empty();
  }

  /** The zone in which months begin and end, at a moment. */
  public ZoneId zone(Instant moment) {
    return inForce(moment).orElse(newestFirst.get(newestFirst.size() - 1)).zone();
  }

  private List<String> mistakes() {
    List<String> mistakes = new ArrayList<>();
    if (newestFirst.isEmpty()) {
      return List.of("there is no tariff");
    }
    newestFirst
        .get(0)
        .validUntil()
        .ifPresent(end -> mistakes.add("no tariff is in force from " + end + " on"));
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < newestFirst.size(); i++) {
      Tariff tariff = newestFirst.get(i);
      if (!ids.add(tariff.id())) {
        mistakes.add("two tariffs have the id \"" + tariff.id() + "\"");
      }
      if (i > 0) {
        adjoin(tariff, newestFirst.get(i - 1)).ifPresent(mistakes::add);
      }
    }
    return mistakes;
  }

  private static Optional<String> adjoin(Tariff older, Tariff newer) {
    Instant starts = newer.validFrom();
    if (older.validUntil().isEmpty() || older.validUntil().get().isAfter(starts)) {
      return Optional.of(
          "tariffs \"%s\" and \"%s\" overlap from %s on".formatted(older.id(), newer.id(), starts));
    }
    return older.validUntil().get().isBefore(starts)
        ? Optional.of(
            "no tariff is in force from %s, where \"%s\" ends, to %s, where \"%s\" begins"
                .formatted(older.validUntil().get(), older.id(), starts, newer.id()))
        : Optional.empty();
  }
}
