package dialtone.telephone.web;

import com.google.gson.JsonArray;
import dialtone.telephone.call.Call;
import dialtone.telephone.call.Call.State;
import dialtone.telephone.record.CallRecord;
import dialtone.telephone.store.CallFilter;
import dialtone.telephone.store.CallStore;
import dialtone.telephone.store.Listing;
import dialtone.telephone.store.Page;
import java.time.Clock;
import java.util.Optional;

/** {@code /calls}: consolidated calls. */
final class CallsResource implements Resource {
  private final CallStore calls;
  private final Listing listing;
  private final Clock clock;

  CallsResource(CallStore calls, Listing listing, Clock clock) {
    this.calls = calls;
    this.listing = listing;
    this.clock = clock;
  }

  @Override
  public Answer answer(ApiRequest request) {
    return Lists.answer(request, "a call", this::list, this::one);
  }

  private Answer one(ApiRequest request, String callId) {
    Optional<Call> call =
        CallRecord.CALL_ID.matcher(callId).matches() ? calls.call(callId) : Optional.empty();
    return call.map(found -> Answer.json(200, CallJson.of(found, request)))
        .orElseGet(
            () -> Problem.notFound("call_id", "there is no call \"" + callId + "\"").answer());
  }

  private Answer list(ApiRequest request) {
    Window window = new Window(request, clock.instant());
    CallFilter filter =
        new CallFilter(
            subscriber(request, window, "source"),
            subscriber(request, window, "destination"),
            window.from(),
            window.to(),
            state(request, window));
    int limit = window.limit();
    if (window.refusal().isPresent()) {
      return window.refusal().get();
    }
    try {
      Page<Call> page = listing.calls(filter, window.cursor(), limit);
      JsonArray array = new JsonArray();
      page.items().forEach(call -> array.add(CallJson.of(call, request)));
      return Lists.page("calls", array, page.next());
    } catch (IllegalArgumentException e) {
      return Window.noCursor();
    }
  }

  private static Optional<String> subscriber(ApiRequest request, Window window, String name) {
    Optional<String> subscriber = request.query(name);
    if (subscriber.isPresent() && !CallRecord.SUBSCRIBER.matcher(subscriber.get()).matches()) {
      window.problem(name, "3 to 15 digits, or an extension's name, expected");
    }
    return subscriber;
  }

  private static Optional<State> state(ApiRequest request, Window window) {
    return request
        .query("state")
        .flatMap(
            text ->
                switch (text) {
                  case "open" -> Optional.of(State.OPEN);
                  case "closed" -> Optional.of(State.CLOSED);
                  default -> {
                    window.problem("state", "\"open\" or \"closed\" expected");
                    yield Optional.empty();
                  }
                });
  }
}
