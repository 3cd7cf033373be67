package dialtone.actions.telephone;

import com.google.gson.JsonObject;
import dialtone.telephone.web.TelephoneAction;
import dialtone.telephone.web.TelephoneFunctions;

/** Finishes the tasks that are queued; its trigger runs it. */
public final class Worker {
  private static final TelephoneAction ACTION = TelephoneFunctions.worker();

  private Worker() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
