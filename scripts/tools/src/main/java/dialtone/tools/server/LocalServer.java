package dialtone.tools.server;

import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import dialtone.tools.project.Variables;
import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.util.JavalinBindException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * Serves a project's functions on 127.0.0.1 as a host does. {@code GET /healthz} answers 200 while
 * it runs.
 *
 * <pre>{@code
 * try (LocalServer server = LocalServer.of(project, variables).start(factory)) {
 *   URI url = URI.create(server.url("dialplans/outgoing"));
 *   …
 * }
 * }</pre>
 */
public final class LocalServer implements AutoCloseable {
  private static final String ADDRESS = "127.0.0.1";

  private final Javalin javalin;
  private final ExecutorService threads;
  private final AtomicReference<Deployment> deployment;
  private final AtomicBoolean closed = new AtomicBoolean();

  private LocalServer(
      Javalin javalin, ExecutorService threads, AtomicReference<Deployment> deployment) {
    this.javalin = javalin;
    this.threads = threads;
    this.deployment = deployment;
  }

  /** Starts to describe a server of a project's functions. */
  public static Builder of(Project project, Variables variables) {
    return new Builder(project, variables);
  }

  /** The scheme, address and port that the server answers at, without a slash at the end. */
  public String url() {
    return "http://" + ADDRESS + ":" + javalin.port();
  }

  /**
   * The URL of a function.
   *
   * @param function {@code <package>/<function>}
   */
  public String url(String function) {
    return url() + WebActions.PREFIX + WebActions.NAMESPACE + "/" + function;
  }

  /** The functions that are served. */
  public List<ProjectFunction> functions() {
    return deployment.get().functions();
  }

  /**
   * Serves other functions from now on, or the same built anew; the ones before end when their
   * activations have. Only in the files' environment and code: routes stay.
   *
   * @param containers how the new ones are started; the server closes it
   */
  public void replace(Project project, Variables variables, ContainerFactory containers) {
    Deployment before =
        deployment.getAndSet(new Deployment(project, variables, containers, threads));
    before.close();
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      javalin.stop();
      deployment.get().close();
      threads.shutdownNow();
    }
  }

  /** What a server is made with. */
  public static final class Builder {
    private final Project project;
    private final Variables variables;
    private int port;
    private EventShape events = EventShape.DIGITALOCEAN;
    private PrintStream log = System.out;
    private Consumer<RoutesConfig> routes = none -> {};

    private Builder(Project project, Variables variables) {
      this.project = project;
      this.variables = variables;
    }

    /** The port to listen on; 0, if none is given, is any that is free. */
    public Builder port(int number) {
      port = number;
      return this;
    }

    /** The form of the events; DigitalOcean's, if none is given. */
    public Builder events(EventShape shape) {
      events = shape;
      return this;
    }

    /** Where requests are logged; standard output, if nothing is given. */
    public Builder log(PrintStream out) {
      log = out;
      return this;
    }

    /** Further pages and calls that the server answers. */
    public Builder routes(Consumer<RoutesConfig> more) {
      routes = more;
      return this;
    }

    /**
     * Starts the server.
     *
     * @param containers how functions are started; the server closes it
     * @throws UserMistake if the port is in use
     */
    public LocalServer start(ContainerFactory containers) {
      ExecutorService threads =
          Executors.newCachedThreadPool(
              task -> {
                Thread thread = new Thread(task, "activation");
                thread.setDaemon(true);
                return thread;
              });
      AtomicReference<Deployment> deployment =
          new AtomicReference<>(new Deployment(project, variables, containers, threads));
      AtomicReference<LocalServer> server = new AtomicReference<>();
      WebActions actions =
          new WebActions(deployment::get, () -> server.get().url(), events, log::println);
      Javalin javalin =
          Javalin.create(
              config -> {
                config.startup.showJavalinBanner = false;
                config.startup.showOldJavalinVersionWarning = false;
                config.startup.startupWatcherEnabled = false;
                config.http.prefer405over404 = true;
                config.http.compressionStrategy = CompressionStrategy.NONE;
                config.requestLogger.http(this::log);
                config.routes.after(Builder::endConnectionUnlessRead);
                config.routes.get("/healthz", context -> context.result("ready\n"));
                actions.addTo(config.routes);
                routes.accept(config.routes);
              });
      server.set(new LocalServer(javalin, threads, deployment));
      try {
        javalin.start(ADDRESS, port);
      } catch (JavalinBindException e) {
        server.get().close();
        throw new UserMistake(
            "Port "
                + port
                + " of "
                + ADDRESS
                + " cannot be used: is something listening there?"
                + " Choose another with --port (0 is any that is free).",
            e);
      }
      return server.get();
    }

    /**
     * Jetty closes a connection whose request it could not read to the end, and does not say so.
     */
    private static void endConnectionUnlessRead(Context context) throws IOException {
      if (context.contentLength() > 0 && !context.req().getInputStream().isFinished()) {
        context.header("Connection", "close");
      }
    }

    private void log(Context context, float milliseconds) {
      log.printf(
          Locale.ROOT,
          "%s %s %d %.0f ms%n",
          context.req().getMethod(),
          context.req().getRequestURI(),
          context.statusCode(),
          milliseconds);
    }
  }
}
