package dialtone.tools.packaging;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Answers over TLS on 127.0.0.1 what SNS and DynamoDB would, as little as the SDK takes for
 * success: for rehearsals, where the SDK's own work is what counts.
 */
final class RehearsalAws implements AutoCloseable {
  private static final String PUBLISHED =
      "<%1$sResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><%1$sResult><Successful>"
          + "<member><Id>0</Id><MessageId>1</MessageId></member></Successful><Failed/>"
          + "</%1$sResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>"
          + "</%1$sResponse>";

  private final HttpsServer server;
  private final CertificateChain certificates;

  private RehearsalAws(HttpsServer server, CertificateChain certificates) {
    this.server = server;
    this.certificates = certificates;
  }

  /** Starts it, with a chain of certificates such as AWS has, made for it by the JDK's keytool. */
  static RehearsalAws start(Jdk jdk, Path workplace) {
    try {
      CertificateChain certificates = CertificateChain.make(jdk, workplace);
      HttpsServer server =
          HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setHttpsConfigurator(new HttpsConfigurator(context(certificates)));
      server.createContext("/", RehearsalAws::answer);
      server.setExecutor(
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "stand-in-aws");
                thread.setDaemon(true);
                return thread;
              }));
      server.start();
      return new RehearsalAws(server, certificates);
    } catch (IOException | GeneralSecurityException e) {
      throw new UserMistake("the stand-in for AWS does not start: " + e.getMessage(), e);
    }
  }

  String url() {
    return "https://" + CertificateChain.HOST + ":" + server.getAddress().getPort();
  }

  /** What lets a JVM trust it. */
  List<String> trust() {
    return certificates.trust();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static SSLContext context(CertificateChain certificates)
      throws IOException, GeneralSecurityException {
    char[] password = CertificateChain.PASSWORD.toCharArray();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(certificates.keys())) {
      keys.load(file, password);
    }
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, password);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    String answer;
    if (target == null) {
      answer = PUBLISHED.formatted(request.replaceFirst("(?s).*Action=(\\w+).*", "$1"));
    } else {
      answer = target.endsWith("GetItem") ? extensionsItem() : "{}";
      exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.0");
    }
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** The item that {@code ExtensionsTable} looks for. */
  private static String extensionsItem() {
    return "{\"Item\":{\"id\":{\"S\":\"extensions\"},\"document\":{\"S\":"
        + "\"{\\\"extensions\\\":{\\\"alice\\\":{\\\"caller_id\\\":\\\"+15035550101\\\","
        + "\\\"enable_emergency\\\":true,\\\"outgoing\\\":\\\"main_menu\\\"}},"
        + "\\\"service_codes\\\":{}}\"}}}";
  }
}
