package dialtone.simulator.kit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dialplan that is broken in every way that a call must be told of. Whoever dials the name of a
 * {@link #CASES case} gets its answer: the file {@code broken-dialplan/<case>.http}, as it travels
 * over the wire; {@code <case>.expected} is what Twilio logs about it. It serves on 127.0.0.1, at
 * {@code <base>/dialplans/outgoing}, until it is closed.
 *
 * <pre>{@code
 * try (BrokenDialplan broken = new BrokenDialplan()) {
 *   SimulatedCall call = PhoneSystem.at(broken.base()).extension("alice").dials("bad-xml").place();
 * }
 * }</pre>
 */
public final class BrokenDialplan implements AutoCloseable {
  /** What can be dialled. */
  public static final List<String> CASES =
      List.of("bad-xml", "redirect-loop", "late-answer", "wrong-nesting", "server-error");

  private static final Pattern DIALLED = Pattern.compile("(?:^|&)To=sip:([a-z-]+)@");
  private static final Pattern HEAD =
      Pattern.compile(
          "HTTP/1\\.1 (?<status>[0-9]{3}) [^\\n]*\\nContent-Type: (?<type>[^\\n]*)\\n"
              + "(?:Answers-After: (?<after>[0-9]+) s\\n)?\\n(?<body>.*)",
          Pattern.DOTALL);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final double times;

  /** Serves as slowly as it is written. */
  public BrokenDialplan() {
    this(1);
  }

  /**
   * @param times how many seconds of waiting pass in one
   */
  public BrokenDialplan(double times) {
    this.times = times;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/dialplans/", this::answer);
    server.start();
  }

  /** The base URL for {@link PhoneSystem#at} and {@code scripts/call --url}. */
  public String base() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** An answer as its file has it. */
  public record Answer(int status, String contentType, Duration after, String body) {}

  /** The answer of a case. */
  public static Answer answer(String name) {
    Matcher file = HEAD.matcher(text(name + ".http"));
    if (!file.matches()) {
      throw new IllegalStateException(name + ".http is no answer");
    }
    String after = file.group("after");
    return new Answer(
        Integer.parseInt(file.group("status")),
        file.group("type"),
        Duration.ofSeconds(after == null ? 0 : Long.parseLong(after)),
        file.group("body"));
  }

  /** What Twilio logs about a case: its level, number and text. */
  public static String expected(String name) {
    return text(name + ".expected").strip();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      Matcher dialled = DIALLED.matcher(URLDecoder.decode(form, StandardCharsets.UTF_8));
      if (!dialled.find() || !CASES.contains(dialled.group(1))) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      Answer answer = answer(dialled.group(1));
      Thread.sleep((long) (answer.after().toMillis() / times));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String text(String file) {
    try (InputStream in = BrokenDialplan.class.getResourceAsStream("broken-dialplan/" + file)) {
      if (in == null) {
        throw new FileNotFoundException("broken-dialplan/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
