package dialtone.tools.instance;

import dialtone.tools.Checkout;
import dialtone.tools.project.Web;
import dialtone.tools.server.ClassLoaderContainers;
import dialtone.tools.server.ContainerException;
import dialtone.tools.server.LocalServer;
import dialtone.tools.twilio.InstanceRecord;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Instances of the real functions that run on this machine. */
final class LocalInstances implements AutoCloseable {
  private final List<LocalServer> servers = new ArrayList<>();

  InstanceRecord start(String branch, Map<String, String> settings) throws ContainerException {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("INSTANCE", branch);
    all.putIfAbsent("TWILIO_AUTH_TOKEN", InstanceDesk.TOKEN);
    LocalServer server =
        LocalServer.of(Checkout.project(Web.RAW), Checkout.variables(all))
            .log(new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
            .start(new ClassLoaderContainers(Checkout.project(Web.RAW)));
    servers.add(server);
    return new InstanceRecord(branch, server.url(), "local");
  }

  @Override
  public void close() {
    servers.forEach(LocalServer::close);
  }
}
