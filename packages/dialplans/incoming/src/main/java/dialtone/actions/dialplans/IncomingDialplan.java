package dialtone.actions.dialplans;

import dialtone.core.dialplan.Answer;
import dialtone.core.dialplan.DialSettings;
import dialtone.core.dialplan.Dialplan;
import dialtone.core.dialplan.Rejection;
import dialtone.core.dialplan.SipDomain;
import dialtone.core.directory.DirectorySource;
import dialtone.core.directory.Extension;
import dialtone.core.host.Instance;
import dialtone.core.host.Settings;
import dialtone.core.number.DialString;
import dialtone.core.number.E164;
import dialtone.core.web.WebRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The public network calls one of our numbers: {@code To} is the number, {@code From} the caller.
 * Every extension that has it as its caller ID rings.
 */
final class IncomingDialplan implements Dialplan {
  /** What Twilio sends as the number of a caller who withheld it: "ANONYMOUS" on a keypad. */
  private static final Set<String> WITHHELD = Set.of("+266696687");

  private final DirectorySource source;
  private final SipDomain domain;
  private final DialSettings dial;

  IncomingDialplan(DirectorySource source, Settings settings) {
    this.source = source;
    this.domain = SipDomain.of(settings);
    this.dial = DialSettings.of(settings);
  }

  @Override
  public Answer answer(WebRequest request, Instance instance) {
    List<Extension> callees =
        number(request.parameter("To")).map(source.directory()::calledAt).orElse(List.of());
    List<String> addresses =
        callees.stream()
            .map(callee -> domain.uri(callee, instance))
            .flatMap(Optional::stream)
            .toList();
    if (addresses.isEmpty()) {
      return Rejection.NOT_IN_SERVICE.answer();
    }
    Optional<String> callerId = number(request.parameter("From")).map(E164::value);
    return dial.ring(instance, callerId.filter(id -> !WITHHELD.contains(id)), addresses)
        .to(callees.get(0).name());
  }

  private static Optional<E164> number(Optional<String> address) {
    return address.map(text -> DialString.of(text).digits()).filter(E164::matches).map(E164::new);
  }
}
