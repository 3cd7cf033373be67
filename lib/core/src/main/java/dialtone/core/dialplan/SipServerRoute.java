package dialtone.core.dialplan;

import java.util.List;
import java.util.Optional;

/** {@code 0}, the operator, and {@code #}, the extension's own menu: contexts of the SIP server. */
final class SipServerRoute implements Route {
  private final SipServer server;
  private final DialSettings dial;

  SipServerRoute(SipServer server, DialSettings dial) {
    this.server = server;
    this.dial = dial;
  }

  @Override
  public Optional<Answer> answer(Dialled dialled) {
    return switch (dialled.target().user()) {
      case "0" -> Optional.of(ring("operator", dialled));
      case "#" -> Optional.of(ring(dialled.caller().outgoing(), dialled));
      default -> Optional.empty();
    };
  }

  private Answer ring(String context, Dialled dialled) {
    Optional<String> callerId = Optional.of(dialled.caller().callerId().value());
    return server
        .uri(context, dialled.caller(), dialled.instance())
        .map(uri -> dial.ring(dialled.instance(), callerId, List.of(uri)))
        .orElseGet(Rejection.CANNOT_BE_COMPLETED::answer);
  }
}
