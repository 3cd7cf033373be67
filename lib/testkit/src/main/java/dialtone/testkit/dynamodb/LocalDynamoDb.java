package dialtone.testkit.dynamodb;

import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/**
 * DynamoDB Local in this process, in memory or in a folder. It listens on 127.0.0.1 alone, which
 * its own server cannot be told to.
 */
public final class LocalDynamoDb implements AutoCloseable {
  private static final String ADDRESS = "127.0.0.1";
  private static final String NATIVE_LIBRARY = "sqlite4java.library.path";

  private final Server server;
  private final LocalDynamoDBServerHandler handler;

  private LocalDynamoDb(Server server, LocalDynamoDBServerHandler handler) {
    this.server = server;
    this.handler = handler;
  }

  /**
   * Starts it, on any port that is free.
   *
   * @param folder where its tables are kept; empty for tables that end with it
   */
  public static LocalDynamoDb start(Optional<Path> folder) {
    return start(folder, 0);
  }

  /** The same, on a port. */
  public static LocalDynamoDb start(Optional<Path> folder, int port) {
    findNativeLibrary();
    Server server = new Server(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    try {
      LocalDynamoDBServerHandler handler =
          new LocalDynamoDBServerHandler(
              new LocalDynamoDBRequestHandler(
                  0,
                  folder.isEmpty(),
                  folder.map(Path::toString).orElse(null),
                  /* sharedDb= */ true,
                  /* delayTransientStatuses= */ false),
              null);
      ContextHandler context = new ContextHandler("/");
      context.setHandler(handler);
      server.setHandler(context);
      server.start();
      return new LocalDynamoDb(server, handler);
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not start: " + e.getMessage(), e);
    }
  }

  /** Scheme, address and port. */
  public String endpoint() {
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    return "http://" + ADDRESS + ":" + port;
  }

  /** The settings by which a function reaches it. No account is needed: any key will do. */
  public Map<String, String> settings() {
    return Map.of(
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local",
        "AWS_REGION", "us-west-2",
        "AWS_ENDPOINT_URL_DYNAMODB", endpoint());
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("DynamoDB Local does not stop: " + e.getMessage(), e);
    }
    handler.close();
  }

  /** SQLite's library is on the class path like a jar; it has to be told where that is. */
  private static void findNativeLibrary() {
    if (System.getProperty(NATIVE_LIBRARY) != null) {
      return;
    }
    String system = System.getProperty("os.name").startsWith("Mac") ? "osx" : "linux-amd64";
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .map(Path::of)
        .filter(path -> path.getFileName() != null)
        .filter(path -> path.getFileName().toString().startsWith("libsqlite4java-" + system))
        .findFirst()
        .ifPresent(path -> System.setProperty(NATIVE_LIBRARY, path.getParent().toString()));
  }
}
