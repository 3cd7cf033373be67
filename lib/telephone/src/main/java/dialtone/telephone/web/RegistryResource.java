package dialtone.telephone.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dialtone.telephone.call.Call;
import dialtone.telephone.call.Contradiction;
import dialtone.telephone.call.Kept;
import dialtone.telephone.json.StrictJson;
import dialtone.telephone.record.RecordId;
import dialtone.telephone.record.Registry;
import dialtone.telephone.record.RegistryReader;
import dialtone.telephone.registry.Receipt;
import dialtone.telephone.registry.Registrar;
import dialtone.telephone.registry.WaitingRecords;
import dialtone.telephone.store.CallFilter;
import dialtone.telephone.store.CallStore;
import dialtone.telephone.store.Listing;
import dialtone.telephone.store.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code /registry}: call records in, and to look at. */
final class RegistryResource implements Resource {
  private final Registrar registrar;
  private final CallStore calls;
  private final WaitingRecords waiting;
  private final Listing listing;
  private final Clock clock;

  RegistryResource(
      Registrar registrar, CallStore calls, WaitingRecords waiting, Listing listing, Clock clock) {
    this.registrar = registrar;
    this.calls = calls;
    this.waiting = waiting;
    this.listing = listing;
    this.clock = clock;
  }

  @Override
  public Answer answer(ApiRequest request) {
    if (request.isPost() && request.segments().isEmpty()) {
      return post(request);
    }
    if (!request.isGet()) {
      String allowed = request.segments().isEmpty() ? "GET, HEAD, POST" : "GET, HEAD";
      return Problem.methodNotAllowed("Allowed: " + allowed + ".").answer().with("Allow", allowed);
    }
    return switch (request.segments().size()) {
      case 0 -> list(request);
      case 1 -> one(request, request.segments().get(0));
      default -> Problem.notFound("path", "there is nothing below a record").answer();
    };
  }

  private Answer post(ApiRequest request) {
    String body = request.web().body();
    Registry registry = new RegistryReader(clock).read(body);
    if (registry instanceof Registry.Refused refused) {
      boolean unreadable = refused.problems().get(0).field().isEmpty();
      return (unreadable
              ? Problem.badRequest(refused.problems())
              : Problem.unprocessable(refused.problems()))
          .answer();
    }
    if (registry instanceof Registry.TooMany tooMany) {
      return Problem.tooLarge("", "at most " + tooMany.most() + " records in one request").answer();
    }
    Receipt receipt =
        registrar.file((Registry.Records) registry, StrictJson.parse(body).toString());
    if (receipt instanceof Receipt.Filed filed) {
      return filed(filed, request);
    }
    return TelephoneAction.unavailable("The records are not stored. Send them again.");
  }

  private static Answer filed(Receipt.Filed filed, ApiRequest request) {
    JsonObject task = TaskJson.of(filed.task(), request);
    return switch (filed.outcome()) {
      case RECORDED -> Answer.json(201, task).with("Location", task.get("url").getAsString());
      case REPEATED -> Answer.json(200, task);
      case CONTRADICTED ->
          Problem.conflict(
                  "call_id",
                  "another record of this half of the call was taken before; this one is"
                      + " kept for inspection")
              .with("task", task)
              .answer();
    };
  }

  private Answer one(ApiRequest request, String text) {
    Optional<RecordId> id = RecordId.parse(text);
    return id.flatMap(calls::record)
        .map(kept -> CallJson.of(id.get(), kept, request))
        .or(() -> id.flatMap(wanted -> waiting(wanted, request)))
        .map(record -> Answer.json(200, record))
        .orElseGet(() -> Problem.notFound("id", "there is no record \"" + text + "\"").answer());
  }

  private Optional<JsonObject> waiting(RecordId id, ApiRequest request) {
    return waiting.of(id.callId()).stream()
        .filter(kept -> RecordId.of(kept.record()).equals(id))
        .findFirst()
        .map(kept -> CallJson.ofWaiting(kept, request));
  }

  private Answer list(ApiRequest request) {
    Window window = new Window(request, clock.instant());
    Optional<String> callId = request.query("call_id");
    if (callId.isPresent()) {
      return ofCall(request, callId.get());
    }
    Instant from = window.from();
    Instant to = window.to();
    int limit = window.limit();
    boolean contradicting = request.query("status").filter("contradicts"::equals).isPresent();
    if (!contradicting && request.query("status").filter(s -> !s.equals("counts")).isPresent()) {
      window.problem("status", "\"counts\" or \"contradicts\" expected");
    }
    if (window.refusal().isPresent()) {
      return window.refusal().get();
    }
    try {
      Page<JsonArray> records =
          contradicting
              ? listing
                  .contradictions(from, to, window.cursor(), limit)
                  .map(each -> array(Stream.of(contradiction(each, request))))
              : listing
                  .calls(
                      new CallFilter(
                          Optional.empty(), Optional.empty(), from, to, Optional.empty()),
                      window.cursor(),
                      limit)
                  .map(call -> array(counting(call, request)));
      return page(records.items(), records.next());
    } catch (IllegalArgumentException e) {
      return Window.noCursor();
    }
  }

  private Answer ofCall(ApiRequest request, String callId) {
    Stream<JsonObject> counting = calls.call(callId).stream().flatMap(c -> counting(c, request));
    Stream<JsonObject> contradicting =
        calls.contradictions(callId).stream().map(each -> contradiction(each, request));
    Stream<JsonObject> queued =
        waiting.of(callId).stream().map(kept -> CallJson.ofWaiting(kept, request));
    return page(List.of(array(counting), array(contradicting), array(queued)), Optional.empty());
  }

  private static Answer page(List<JsonArray> records, Optional<String> next) {
    JsonArray all = new JsonArray();
    records.forEach(all::addAll);
    return Lists.page("records", all, next);
  }

  private static Stream<JsonObject> counting(Call call, ApiRequest request) {
    return Stream.<Optional<? extends Kept<?>>>of(call.start(), call.stop())
        .flatMap(Optional::stream)
        .map(kept -> CallJson.of(RecordId.of(kept.record()), kept, request));
  }

  private static JsonObject contradiction(Contradiction contradiction, ApiRequest request) {
    return CallJson.of(contradiction.id(), contradiction.kept(), request);
  }

  private static JsonArray array(Stream<JsonObject> objects) {
    JsonArray array = new JsonArray();
    objects.forEach(array::add);
    return array;
  }
}
