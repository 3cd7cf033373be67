package dialtone.simulator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dialtone.simulator.kit.PhoneSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A host of functions on 127.0.0.1 that answer what a test tells them to. */
final class TestHost implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  /** What a function was asked. */
  record Request(
      String method, String path, Map<String, String> parameters, Map<String, String> headers) {
    String parameter(String name) {
      return parameters.getOrDefault(name, "");
    }
  }

  private record Answer(
      int status, String contentType, String body, long milliseconds, String location) {}

  TestHost() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The path answers these verbs; a path that is told more than once answers them in turn. */
  TestHost says(String path, String verbs) {
    return answers(path, 200, "text/xml; charset=utf-8", "<Response>" + verbs + "</Response>");
  }

  TestHost answers(String path, int status, String contentType, String body) {
    return add(path, new Answer(status, contentType, body, 0, ""));
  }

  TestHost redirects(String path, int status, String location) {
    return add(path, new Answer(status, "text/plain", "", 0, location));
  }

  /** The path answers so late. */
  TestHost saysAfter(long milliseconds, String path, String verbs) {
    return add(
        path, new Answer(200, "text/xml", "<Response>" + verbs + "</Response>", milliseconds, ""));
  }

  private TestHost add(String path, Answer answer) {
    answers.computeIfAbsent(path, any -> new ArrayDeque<>()).add(answer);
    return this;
  }

  String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  URI url(String path) {
    return URI.create(base() + path);
  }

  PhoneSystem phones() {
    return PhoneSystem.at(base());
  }

  List<Request> requests() {
    return List.copyOf(requests);
  }

  List<Request> requests(String path) {
    return requests().stream().filter(request -> request.path().equals(path)).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String query = exchange.getRequestURI().getRawQuery();
      Map<String, String> parameters = new LinkedHashMap<>();
      for (String pair : ((query == null ? "" : query) + "&" + body).split("&", -1)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          parameters.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
      Map<String, String> headers = new LinkedHashMap<>();
      exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
      String path = exchange.getRequestURI().getPath();
      requests.add(new Request(exchange.getRequestMethod(), path, parameters, headers));
      Deque<Answer> told = answers.get(path);
      if (told == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      Answer answer;
      synchronized (told) {
        answer = told.size() > 1 ? told.poll() : told.peek();
      }
      Thread.sleep(answer.milliseconds());
      if (!answer.contentType().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      }
      if (!answer.location().isEmpty()) {
        exchange.getResponseHeaders().set("Location", answer.location());
      }
      byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
