package dialtone.core.dialplan;

import dialtone.core.dialplan.Route.Dialled;
import dialtone.core.directory.DirectorySource;
import dialtone.core.directory.Extension;
import dialtone.core.directory.ExtensionDirectory;
import dialtone.core.host.Instance;
import dialtone.core.host.Settings;
import dialtone.core.number.DialString;
import dialtone.core.web.WebRequest;
import java.util.List;
import java.util.Optional;

/**
 * A phone has dialled: {@code From} is its SIP URI, {@code To} what was dialled. The routes are
 * asked in order and the first that knows the target answers; an emergency call comes before all
 * else.
 */
public final class OutgoingDialplan implements Dialplan {
  private final DirectorySource source;
  private final List<Route> routes;

  private OutgoingDialplan(DirectorySource source, List<Route> routes) {
    this.source = source;
    this.routes = routes;
  }

  /** Every kind of target. */
  public static OutgoingDialplan toAnywhere(DirectorySource source, Settings settings) {
    DialSettings dial = DialSettings.of(settings);
    SipDomain domain = SipDomain.of(settings);
    SipServer server = SipServer.of(settings);
    return new OutgoingDialplan(
        source,
        List.of(
            new EmergencyRoute(),
            new SipServerRoute(server, dial),
            new ExtensionRoute(domain, dial),
            new ServiceCodeRoute(dial),
            new PstnRoute(PstnRoute.numberPlan(settings), domain, dial)));
  }

  /** Numbers of the public network. */
  public static OutgoingDialplan toPstn(DirectorySource source, Settings settings) {
    DialSettings dial = DialSettings.of(settings);
    return new OutgoingDialplan(
        source,
        List.of(
            new EmergencyRoute(),
            new ServiceCodeRoute(dial),
            new PstnRoute(PstnRoute.numberPlan(settings), SipDomain.of(settings), dial)));
  }

  /** The SIP server's contexts, and extensions. */
  public static OutgoingDialplan toSip(DirectorySource source, Settings settings) {
    DialSettings dial = DialSettings.of(settings);
    return new OutgoingDialplan(
        source,
        List.of(
            new EmergencyRoute(),
            new SipServerRoute(SipServer.of(settings), dial),
            new ExtensionRoute(SipDomain.of(settings), dial)));
  }

  @Override
  public Answer answer(WebRequest request, Instance instance) {
    ExtensionDirectory directory = source.directory();
    String from = DialString.of(request.parameter("From").orElse("")).user();
    Optional<Extension> caller = directory.named(from);
    if (caller.isEmpty()) {
      return Rejection.NO_EXTENSION.answer();
    }
    DialString target = DialString.of(request.parameter("To").orElse(""));
    Dialled dialled = new Dialled(caller.get(), target, directory, instance);
    return routes.stream()
        .map(route -> route.answer(dialled))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(Rejection.CANNOT_BE_COMPLETED::answer)
        .to(caller.get().name());
  }
}
