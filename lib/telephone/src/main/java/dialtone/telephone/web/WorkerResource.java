package dialtone.telephone.web;

import com.google.gson.JsonObject;
import dialtone.telephone.registry.Worker;
import java.time.Duration;

/**
 * {@code /worker}: finishes the tasks that are queued. A trigger invokes it, which is no web
 * request; over HTTP it takes a POST with a token that may write.
 */
final class WorkerResource implements Resource {
  /** Leaves the rest of the function's time limit to the task in hand. */
  private static final Duration MOST = Duration.ofSeconds(30);

  private final Worker worker;

  WorkerResource(Worker worker) {
    this.worker = worker;
  }

  @Override
  public Answer answer(ApiRequest request) {
    if (!request.isPost() && !request.web().direct()) {
      return Problem.methodNotAllowed("Allowed: POST.").answer().with("Allow", "POST");
    }
    JsonObject json = new JsonObject();
    json.addProperty("finished", worker.run(MOST));
    return Answer.json(200, json);
  }
}
