package dialtone.tools.server;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dialtone.tools.server.WebAnswer.Header;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The hosts' web actions: {@code /api/v1/web/local/<package>/<function>[/more/path]}. Statuses and
 * headers are those of OpenWhisk's controller.
 */
final class WebActions {
  static final String NAMESPACE = "local";
  static final String PREFIX = "/api/v1/web/";

  private static final List<HandlerType> METHODS =
      List.of(
          HandlerType.GET,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE,
          HandlerType.HEAD,
          HandlerType.OPTIONS);

  private final Supplier<Deployment> deployment;
  private final Supplier<String> host;
  private final EventShape events;
  private final Consumer<String> log;

  WebActions(
      Supplier<Deployment> deployment,
      Supplier<String> host,
      EventShape events,
      Consumer<String> log) {
    this.deployment = deployment;
    this.host = host;
    this.events = events;
    this.log = log;
  }

  void addTo(RoutesConfig routes) {
    METHODS.forEach(method -> routes.addHttpHandler(method, PREFIX + "<path>", this::handle));
  }

  private void handle(Context context) {
    String activation = UUID.randomUUID().toString().replace("-", "");
    try {
      answer(context, activation);
    } catch (WebActionException e) {
      refuse(context, activation, e.status(), e.getMessage());
    } catch (ContainerException e) {
      log.accept(e.report());
      refuse(context, activation, 400, "There was an error processing your request.");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      refuse(context, activation, 503, "The server is closing.");
    }
  }

  private void answer(Context context, String activation)
      throws ContainerException, InterruptedException {
    Target target = Target.of(context.req().getRequestURI());
    HttpCall call = HttpCall.of(context, target.path());
    Map<String, String> variables = variables(target.function(), activation);
    Optional<WebAnswer> answer = Optional.empty();
    for (Deployment tried = null; answer.isEmpty(); ) {
      Deployment current = deployment.get();
      if (current == tried) {
        throw new WebActionException(503, "The server is closing.");
      }
      tried = current;
      answer =
          current
              .run(target.function(), pool -> activate(pool, call, variables))
              .map(target.form()::answer);
    }
    send(answer.get(), activation, context);
  }

  private JsonElement activate(ContainerPool pool, HttpCall call, Map<String, String> variables)
      throws ContainerException, InterruptedException {
    if (call.isTooLarge()) {
      throw new WebActionException(
          413, "Request larger than allowed: the limit is " + HttpCall.MOST_BYTES + " bytes.");
    }
    if (call.method().equals("OPTIONS")) {
      JsonObject empty = new JsonObject();
      empty.addProperty("statusCode", 200);
      return empty; // a host answers it without the function
    }
    return pool.run(events.event(call, pool.function().web()), variables);
  }

  private Map<String, String> variables(String function, String activation) {
    return Map.of(
        "__OW_ACTIVATION_ID",
        activation,
        "__OW_ACTION_NAME",
        "/" + NAMESPACE + "/" + function,
        "__OW_NAMESPACE",
        NAMESPACE,
        "__OW_API_HOST",
        host.get());
  }

  private static void send(WebAnswer answer, String activation, Context context) {
    allowAnyOrigin(context);
    context.status(answer.status());
    context.res().addHeader("x-openwhisk-activation-id", activation);
    for (Header header : answer.headers()) {
      context.res().addHeader(header.name(), header.value());
    }
    context.res().setContentType(answer.contentType().orElse(null));
    context.result(answer.body());
  }

  private static void refuse(Context context, String activation, int status, String reason) {
    JsonObject error = new JsonObject();
    error.addProperty("code", activation);
    error.addProperty("error", reason);
    context.status(status).contentType("application/json").result(error.toString());
  }

  private static void allowAnyOrigin(Context context) {
    String asked = context.header("Access-Control-Request-Headers");
    context.header("Access-Control-Allow-Origin", "*");
    context.header("Access-Control-Allow-Methods", "OPTIONS, GET, DELETE, POST, PUT, HEAD, PATCH");
    context.header(
        "Access-Control-Allow-Headers",
        asked != null
            ? asked
            : "Authorization, Origin, X-Requested-With, Content-Type, Accept, User-Agent");
  }

  /** What is made of a function's result: what its URL's extension says. */
  private enum Form {
    HTTP {
      @Override
      WebAnswer answer(JsonElement result) {
        return WebAnswer.of(result);
      }
    },
    JSON {
      @Override
      WebAnswer answer(JsonElement result) {
        return WebAnswer.ofJson(result);
      }
    };

    abstract WebAnswer answer(JsonElement result);
  }

  /**
   * What a URL names: {@code <package>/<function>}, the form of its answer, and the rest of the
   * path. {@code .json} and {@code .http} after a function's name are no part of it: OpenWhisk's
   * controller takes them off. Its further extensions are not served here.
   */
  private record Target(String function, Form form, String path) {
    static Target of(String uri) {
      String[] parts = uri.substring(PREFIX.length()).split("/", 4);
      if (parts.length < 3 || !parts[0].equals(NAMESPACE)) {
        throw new WebActionException(404, "The requested resource does not exist.");
      }
      String name = parts[1] + "/" + parts[2];
      String path = parts.length == 4 ? "/" + parts[3] : "";
      for (Form form : Form.values()) {
        String extension = "." + form.name().toLowerCase(Locale.ROOT);
        if (name.endsWith(extension)) {
          return new Target(name.substring(0, name.length() - extension.length()), form, path);
        }
      }
      return new Target(name, Form.HTTP, path);
    }
  }
}
