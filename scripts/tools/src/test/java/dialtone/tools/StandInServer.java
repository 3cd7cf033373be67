package dialtone.tools;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.function.Consumer;

/** A server of a test's own, on a free port of 127.0.0.1. */
public final class StandInServer implements AutoCloseable {
  private final Javalin javalin;

  private StandInServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts it. It reads every request to its end: Jetty closes the connection of one that is not,
   * under whoever sends the next one over it.
   */
  public static StandInServer start(Consumer<RoutesConfig> routes) {
    return new StandInServer(
        Javalin.create(
                config -> {
                  config.startup.showJavalinBanner = false;
                  config.jetty.host = "127.0.0.1";
                  config.routes.before(Context::bodyAsBytes);
                  routes.accept(config.routes);
                })
            .start(0));
  }

  /** Where it answers, without a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + javalin.port();
  }

  @Override
  public void close() {
    javalin.stop();
  }
}
