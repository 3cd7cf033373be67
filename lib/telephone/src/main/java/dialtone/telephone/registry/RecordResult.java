package dialtone.telephone.registry;

import com.google.gson.JsonObject;
import dialtone.telephone.call.Call;
import dialtone.telephone.record.RecordId;
import java.util.Locale;

/**
 * What became of one record.
 *
 * @param id its address in the registry
 * @param jobId the task that brought it first
 * @param call as it is now
 */
record RecordResult(RecordId id, Outcome outcome, String jobId, Call call) {

  JsonObject json() {
    JsonObject json = new JsonObject();
    json.addProperty("id", id.toString());
    json.addProperty("call_id", id.callId());
    json.addProperty("outcome", outcome.name().toLowerCase(Locale.ROOT));
    json.addProperty("job_id", jobId);
    json.addProperty("state", call.state().name().toLowerCase(Locale.ROOT));
    call.reason().ifPresent(reason -> json.addProperty("reason", reason));
    return json;
  }
}
