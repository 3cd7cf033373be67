package dialtone.core.dialplan;

import dialtone.core.directory.Extension;
import dialtone.core.host.Settings;
import dialtone.core.number.E164;
import dialtone.core.number.NumberPlan;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A phone number. One that belongs to extensions rings them and never leaves the house; any other
 * is dialled if the number plan allows it.
 */
final class PstnRoute implements Route {
  private static final String DEFAULT_REGION = "US";
  private static final Set<String> DEFAULT_ALLOWED = Set.of("US", "CA", "PR", "MX");

  private final NumberPlan plan;
  private final SipDomain domain;
  private final DialSettings dial;

  PstnRoute(NumberPlan plan, SipDomain domain, DialSettings dial) {
    this.plan = plan;
    this.domain = domain;
    this.dial = dial;
  }

  /** The number plan of {@code DEFAULT_REGION} and {@code ALLOWED_REGIONS}. */
  static NumberPlan numberPlan(Settings settings) {
    return new NumberPlan(
        settings.parsed("DEFAULT_REGION", PstnRoute::region).orElse(DEFAULT_REGION),
        settings.parsed("ALLOWED_REGIONS", PstnRoute::regions).orElse(DEFAULT_ALLOWED));
  }

  @Override
  public Optional<Answer> answer(Dialled dialled) {
    return plan.normalise(dialled.target()).flatMap(number -> answer(number, dialled));
  }

  private Optional<Answer> answer(E164 number, Dialled dialled) {
    List<Extension> ours = dialled.directory().calledAt(number);
    if (!ours.isEmpty()) {
      return Optional.of(ExtensionRoute.ring(ours, dialled, domain, dial));
    }
    return plan.allows(number)
        ? Optional.of(ServiceCodeRoute.dial(number, dialled, dial))
        : Optional.empty();
  }

  private static String region(String text) {
    String region = text.toUpperCase(Locale.ROOT);
    if (!NumberPlan.isRegion(region)) {
      throw new IllegalArgumentException("is no region such as US");
    }
    return region;
  }

  private static Set<String> regions(String text) {
    Set<String> regions = new TreeSet<>();
    for (String each : text.split(",", -1)) {
      try {
        regions.add(region(each.strip()));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("is no list of regions such as US,CA", e);
      }
    }
    return regions;
  }
}
