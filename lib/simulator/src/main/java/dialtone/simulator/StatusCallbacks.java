package dialtone.simulator;

import dialtone.simulator.timeline.Asked;
import dialtone.simulator.twiml.Callback;
import dialtone.simulator.twiml.Flaw;
import dialtone.simulator.twiml.TwilioError;
import dialtone.simulator.webhook.Exchange;
import dialtone.simulator.webhook.Fetched;
import dialtone.simulator.webhook.WebhookRequest;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sends a call's status callbacks; nothing that they answer changes the call. */
final class StatusCallbacks {
  private final CallState call;
  private final CallbackDelivery delivery;
  private final Map<String, Integer> sequence = new HashMap<>();
  private final Deque<WebhookRequest> held = new ArrayDeque<>();

  StatusCallbacks(CallState call, CallbackDelivery delivery) {
    this.call = call;
    this.delivery = delivery;
  }

  /**
   * Reports the state of a call or leg.
   *
   * @param sid the CallSid of which it is the state
   */
  void send(URI base, Callback callback, String sid, CallStatus status, Map<String, String> more) {
    Optional<URI> url = call.links().resolve(base, callback.url());
    if (url.isEmpty()) {
      return;
    }
    Map<String, String> parameters = new LinkedHashMap<>(call.parameters());
    parameters.put("CallSid", sid);
    parameters.put("CallStatus", status.toString());
    parameters.put("CallbackSource", "call-progress-events");
    parameters.put("SequenceNumber", String.valueOf(sequence.merge(sid, 1, Integer::sum) - 1));
    parameters.put(
        "Timestamp",
        DateTimeFormatter.RFC_1123_DATE_TIME.format(call.instant().atZone(ZoneOffset.UTC)));
    parameters.putAll(more);
    WebhookRequest request =
        new WebhookRequest(
            url.get(), callback.method(), parameters, Optional.of(UUID.randomUUID().toString()));
    if (delivery == CallbackDelivery.REVERSED) {
      held.push(request);
      return;
    }
    deliver(request);
    if (delivery == CallbackDelivery.TWICE) {
      deliver(request);
    }
  }

  /** Sends what was held back. */
  void flush() {
    while (!held.isEmpty()) {
      deliver(held.pop());
    }
  }

  private void deliver(WebhookRequest request) {
    Fetched fetched = call.webhooks().fetch(request);
    for (Exchange exchange : fetched.exchanges()) {
      call.add(at -> new Asked(at, "status callback", exchange));
    }
    fetched
        .flaw()
        .ifPresent(flaw -> call.log(Flaw.harmless(TwilioError.CALLBACK_WARNING, flaw.detail())));
  }
}
