package dialtone.tools.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dialtone.tools.actionloop.ActionLoopHost;
import dialtone.tools.actionloop.ActivationLog;
import dialtone.tools.actionloop.HostException;
import java.time.Duration;
import java.util.Map;

/** A packaged function that runs as its host would run it; its log goes to ours. */
final class PackagedContainer implements Container {
  private final ActionLoopHost host;
  private final Duration most;

  PackagedContainer(ActionLoopHost host, Duration most) {
    this.host = host;
    this.most = most;
  }

  @Override
  public JsonElement invoke(JsonObject event, Map<String, String> call) throws ContainerException {
    try {
      return host.run(event, call, most);
    } catch (HostException e) {
      throw new ContainerException(e.getMessage(), e);
    } finally {
      ActivationLog log = host.log();
      log.out().forEach(System.out::println);
      log.err().forEach(System.err::println);
    }
  }

  @Override
  public void close() {
    host.close();
  }
}
