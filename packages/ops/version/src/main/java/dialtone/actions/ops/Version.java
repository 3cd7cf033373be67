package dialtone.actions.ops;

import com.google.gson.JsonObject;
import dialtone.core.host.HostEnvironment;
import dialtone.core.log.Log;

/** Tells what is deployed here: by which name it answers, made from which commit, and when. */
public final class Version {
  private static final VersionAction ACTION =
      new VersionAction(new HostEnvironment(), Build.packed(), new Log(System.out));

  private Version() {}

  /** What the host calls: an event in, {@code statusCode, headers, body} out. */
  public static JsonObject main(JsonObject event) {
    return ACTION.main(event);
  }
}
