package dialtone.telephone.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dialtone.telephone.call.Call;
import dialtone.telephone.call.Charge;
import dialtone.telephone.call.Kept;
import dialtone.telephone.record.CallRecord;
import dialtone.telephone.record.CallRecord.Start;
import dialtone.telephone.record.RecordId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Calls and records as the API shows them. What is not known is null, never left out. */
final class CallJson {
  private CallJson() {}

  static JsonObject of(Call call, ApiRequest request) {
    Optional<Start> start = call.start().map(Kept::record);
    Optional<Charge> charge = call.charge();
    JsonObject json = new JsonObject();
    json.addProperty("url", request.url("calls/" + call.callId()));
    json.addProperty("call_id", call.callId());
    json.addProperty("state", call.state().name().toLowerCase(Locale.ROOT));
    json.add("start_timestamp", text(start.map(record -> record.timestamp().toString())));
    json.add("stop_timestamp", text(call.stop().map(kept -> kept.record().timestamp().toString())));
    json.add("source", text(start.map(Start::source)));
    json.add("destination", text(start.map(Start::destination)));
    json.add(
        "duration",
        call.duration()
            .map(Duration::toSeconds)
            .<JsonElement>map(JsonPrimitive::new)
            .orElse(JsonNull.INSTANCE));
    json.add("price", text(charge.map(c -> c.price().text())));
    json.add("currency", text(charge.map(c -> c.price().currency().getCurrencyCode())));
    json.add("tariff", text(charge.map(Charge::tariff)));
    json.add("reason", text(call.reason()));
    if (!call.earlierCharges().isEmpty()) {
      JsonArray earlier = new JsonArray();
      call.earlierCharges().forEach(each -> earlier.add(charge(each)));
      json.add("earlier_prices", earlier);
    }
    return json;
  }

  static JsonObject of(RecordId id, Kept<?> kept, ApiRequest request) {
    return of(id, kept, id.fingerprint().isPresent() ? "contradicts" : "counts", request);
  }

  /** A record that is not consolidated yet: what becomes of it is not known. */
  static JsonObject ofWaiting(Kept<?> kept, ApiRequest request) {
    return of(RecordId.of(kept.record()), kept, "queued", request);
  }

  private static JsonObject of(RecordId id, Kept<?> kept, String status, ApiRequest request) {
    CallRecord record = kept.record();
    JsonObject json = new JsonObject();
    json.addProperty("url", request.url("registry/" + id));
    json.addProperty("id", id.toString());
    json.addProperty("type", record.half().text());
    json.addProperty("timestamp", record.timestamp().toString());
    json.addProperty("call_id", record.callId());
    if (record instanceof Start start) {
      json.addProperty("source", start.source());
      json.addProperty("destination", start.destination());
    }
    json.addProperty("status", status);
    json.addProperty("received_at", kept.receivedAt().toString());
    json.addProperty("job_id", kept.jobId());
    return json;
  }

  private static JsonObject charge(Charge charge) {
    JsonObject json = new JsonObject();
    json.addProperty("price", charge.price().text());
    json.addProperty("currency", charge.price().currency().getCurrencyCode());
    json.addProperty("tariff", charge.tariff());
    json.addProperty("charged_at", charge.chargedAt().toString());
    return json;
  }

  private static JsonElement text(Optional<String> text) {
    return text.<JsonElement>map(JsonPrimitive::new).orElse(JsonNull.INSTANCE);
  }
}
