package dialtone.core.dialplan;

import dialtone.core.directory.Extension;
import java.util.List;
import java.util.Optional;

/** Another extension, dialled by its number or its name. */
final class ExtensionRoute implements Route {
  private final SipDomain domain;
  private final DialSettings dial;

  ExtensionRoute(SipDomain domain, DialSettings dial) {
    this.domain = domain;
    this.dial = dial;
  }

  @Override
  public Optional<Answer> answer(Dialled dialled) {
    return dialled
        .directory()
        .dialledBy(dialled.target().user())
        .or(() -> dialled.directory().dialledBy(dialled.target().digits()))
        .filter(callee -> !callee.equals(dialled.caller()))
        .map(callee -> ring(List.of(callee), dialled, domain, dial));
  }

  /** Rings extensions together, with the caller's own number as caller ID. */
  static Answer ring(
      List<Extension> callees, Dialled dialled, SipDomain domain, DialSettings dial) {
    List<String> addresses =
        callees.stream()
            .map(callee -> domain.uri(callee, dialled.instance()))
            .flatMap(Optional::stream)
            .toList();
    return addresses.isEmpty()
        ? Rejection.CANNOT_BE_COMPLETED.answer()
        : dial.ring(
            dialled.instance(), Optional.of(dialled.caller().callerId().value()), addresses);
  }
}
