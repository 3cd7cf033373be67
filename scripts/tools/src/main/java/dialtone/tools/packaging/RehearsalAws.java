package dialtone.tools.packaging;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dialtone.core.directory.BundledDirectory;
import dialtone.core.directory.ExtensionsTable;
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
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Answers over TLS on 127.0.0.1 what SNS and DynamoDB would, as little as the SDK takes for
 * success, or for a refusal: for rehearsals, where the SDK's own work is what counts.
 */
final class RehearsalAws implements AutoCloseable {
  private static final String EXTENSIONS = "/dialtone/extensions.json";
  private static final String PUBLISHED =
      "<%1$sResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><%1$sResult><Successful>"
          + "<member><Id>0</Id><MessageId>1</MessageId></member></Successful><Failed/>"
          + "</%1$sResult><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata>"
          + "</%1$sResponse>";

  private static final String REFUSED =
      "<ErrorResponse xmlns=\"http://sns.amazonaws.com/doc/2010-03-31/\"><Error><Type>Sender</Type>"
          + "<Code>AuthorizationError</Code><Message>not &quot;authorized&quot;</Message></Error>"
          + "<RequestId>1</RequestId></ErrorResponse>";
  private static final String REFUSED_JSON =
      "{\"__type\":\"com.amazon.coral.service#AccessDeniedException\",\"message\":\"no\"}";
  private static final List<String> NO_ANSWERS =
      List.of(
          "busy",
          "<html><br>",
          "<!DOCTYPE html><html><br></html>",
          "<html></head>&busy;",
          "<a><!-- b --><![CDATA[c]]><?d e?></a>",
          "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a/>",
          "");

  private final HttpsServer answering;
  private final HttpsServer refusing;
  private final HttpsServer garbling;
  private final Path directory;
  private final CertificateChain certificates;
  private final AtomicInteger garbled = new AtomicInteger();

  private RehearsalAws(Path directory, CertificateChain certificates)
      throws IOException, GeneralSecurityException {
    this.directory = directory;
    this.certificates = certificates;
    SSLContext context = context(certificates);
    this.answering = serve(context, RehearsalAws::answer);
    this.refusing = serve(context, RehearsalAws::refuse);
    this.garbling = serve(context, this::garble);
  }

  /** Starts it, with a chain of certificates such as AWS has, made for it by the JDK's keytool. */
  static RehearsalAws start(Jdk jdk) {
    try {
      Path directory = Files.createTempDirectory("rehearsal-aws");
      return new RehearsalAws(directory, CertificateChain.make(jdk, directory));
    } catch (IOException | GeneralSecurityException e) {
      throw new UserMistake("the stand-in for AWS does not start: " + e.getMessage(), e);
    }
  }

  private static HttpsServer serve(SSLContext context, HttpHandler handler) throws IOException {
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    server.createContext("/", handler);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "rehearsal-aws");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
    return server;
  }

  String url() {
    return url(answering);
  }

  /** Where nothing is allowed. */
  String refusingUrl() {
    return url(refusing);
  }

  /** Where its answers are no answers, as a proxy's page is none. */
  String garblingUrl() {
    return url(garbling);
  }

  private static String url(HttpsServer server) {
    return "https://" + CertificateChain.HOST + ":" + server.getAddress().getPort();
  }

  /** What lets a JVM trust it. */
  List<String> trust() {
    return certificates.trust();
  }

  @Override
  public void close() {
    List.of(answering, refusing, garbling).forEach(server -> server.stop(0));
    FileTree.delete(directory);
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
      answer = asksForExtensions(target, request) ? extensionsItem() : "{}";
    }
    send(exchange, 200, answer);
  }

  private static void refuse(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    boolean dynamoDb = exchange.getRequestHeaders().containsKey("X-Amz-Target");
    send(exchange, 403, dynamoDb ? REFUSED_JSON : REFUSED);
  }

  private void garble(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    send(exchange, 200, NO_ANSWERS.get(garbled.getAndIncrement() % NO_ANSWERS.size()));
  }

  private static void send(HttpExchange exchange, int status, String answer) throws IOException {
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Connection", "keep-alive");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static boolean asksForExtensions(String target, String request) {
    return target.endsWith("GetItem")
        && request.contains(json(ExtensionsTable.KEY, json("S", ExtensionsTable.ITEM)).toString());
  }

  /** The table has the extensions that are packed with the functions. */
  static String extensionsItem() throws IOException {
    try (InputStream document = BundledDirectory.class.getResourceAsStream(EXTENSIONS)) {
      JsonObject item = new JsonObject();
      item.add(ExtensionsTable.KEY, json("S", ExtensionsTable.ITEM));
      item.add(
          ExtensionsTable.DOCUMENT,
          json("S", new String(document.readAllBytes(), StandardCharsets.UTF_8)));
      return json("Item", item).toString();
    }
  }

  private static JsonObject json(String name, String value) {
    return json(name, new JsonPrimitive(value));
  }

  private static JsonObject json(String name, JsonElement value) {
    JsonObject json = new JsonObject();
    json.add(name, value);
    return json;
  }
}
