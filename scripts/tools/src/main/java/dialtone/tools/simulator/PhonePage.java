package dialtone.tools.simulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dialtone.core.directory.BundledDirectory;
import dialtone.core.directory.Extension;
import dialtone.simulator.Act;
import dialtone.tools.project.Variables;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The local server's page {@code /}: a phone, and what it asks the server. */
public final class PhonePage {
  private static final String NAMESPACE = "/api/v1/web/local";
  private static final Map<String, String> FILES =
      Map.of(
          "index.html", "text/html; charset=utf-8",
          "style.css", "text/css; charset=utf-8",
          "phone.js", "text/javascript; charset=utf-8",
          "sounds.js", "text/javascript; charset=utf-8");
  private static final Set<String> HERE = Set.of("127.0.0.1", "localhost");

  private final Supplier<Variables> settings;
  private final PageCalls calls = new PageCalls();

  /**
   * @param settings the instance's, read for every call
   */
  public PhonePage(Supplier<Variables> settings) {
    this.settings = settings;
  }

  /** Adds the page's routes to a server. */
  public void addTo(RoutesConfig routes) {
    routes.get("/", context -> file(context, "index.html"));
    routes.get("/page/{file}", context -> file(context, context.pathParam("file")));
    routes.before("/simulator/*", PhonePage::onlyFromHere);
    routes.get("/simulator/directory", PhonePage::directory);
    routes.get("/simulator/calls", this::list);
    routes.post("/simulator/calls", this::place);
    routes.get("/simulator/calls/{id}", this::show);
    routes.post("/simulator/calls/{id}/acts", this::act);
    routes.get(
        "/simulator/calls/{id}/scenario",
        context ->
            context.result(CallCopies.scenario(call(context).form(), call(context).ended())));
    routes.get("/simulator/calls/{id}/curl", this::curl);
  }

  /** No other site's page may place calls here, whatever name it gives this machine. */
  private static void onlyFromHere(Context context) {
    String host = String.valueOf(context.host()).replaceFirst(":[0-9]+$", "");
    String type = String.valueOf(context.contentType());
    boolean post = context.method().name().equals("POST");
    if (!HERE.contains(host) || (post && !type.startsWith("application/json"))) {
      throw new ForbiddenResponse("This is for the page of this machine alone.");
    }
  }

  private static void file(Context context, String name) {
    String type = FILES.get(name);
    if (type == null) {
      throw new NotFoundResponse("No such page.");
    }
    try (InputStream in = PhonePage.class.getResourceAsStream("page/" + name)) {
      context
          .contentType(type)
          .header("Cache-Control", "no-cache")
          .header(
              "Content-Security-Policy",
              "default-src 'self'; img-src data:; media-src *; frame-ancestors 'none'; base-uri 'none'")
          .result(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void directory(Context context) {
    JsonArray extensions = new JsonArray();
    for (Extension each : new BundledDirectory().directory().extensions()) {
      JsonObject json = new JsonObject();
      json.addProperty("name", each.name());
      json.addProperty("callerId", each.callerId().value());
      json.addProperty("number", each.number().orElse(""));
      json.addProperty("emergency", each.emergencyEnabled());
      json.addProperty("menu", each.outgoing());
      extensions.add(json);
    }
    answer(context, extensions.toString());
  }

  private void list(Context context) {
    JsonArray list = new JsonArray();
    calls.all().forEach(call -> list.add(call.json(Integer.MAX_VALUE)));
    answer(context, list.toString());
  }

  private void place(Context context) {
    try {
      CallForm form = CallForm.of(body(context));
      answer(context.status(201), calls.place(form, switchboard(context)).json(0).toString());
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
  }

  private void show(Context context) {
    int from = context.queryParamAsClass("from", Integer.class).getOrDefault(0);
    answer(context, call(context).json(from).toString());
  }

  private void act(Context context) {
    JsonObject json = body(context);
    String act = json.has("act") ? json.get("act").getAsString() : "";
    String key = json.has("key") ? json.get("key").getAsString() : "";
    try {
      call(context)
          .act(
              switch (act) {
                case "key" -> new Act.PressesKey(key.isEmpty() ? ' ' : key.charAt(0));
                case "hang-up" -> new Act.CallerHangsUp();
                case "answer" -> new Act.OtherEndAnswers();
                case "decline" -> new Act.OtherEndDeclines();
                case "other-end-hangs-up" -> new Act.OtherEndHangsUp();
                default -> throw new IllegalArgumentException("Nobody can " + act + ".");
              });
    } catch (IllegalArgumentException e) {
      throw new BadRequestResponse(String.valueOf(e.getMessage()));
    }
    context.status(204);
  }

  private void curl(Context context) {
    context.result(
        call(context)
            .firstRequest()
            .map(request -> CallCopies.curl(request, settings.get().get("TWILIO_AUTH_TOKEN")))
            .orElseThrow(() -> new NotFoundResponse("This call has asked nothing yet.")));
  }

  private Switchboard switchboard(Context context) {
    return new Switchboard(
        "http://127.0.0.1:" + context.port() + NAMESPACE, Optional.empty(), settings.get());
  }

  private PageCall call(Context context) {
    return calls
        .get(context.pathParamAsClass("id", Integer.class).get())
        .orElseThrow(() -> new NotFoundResponse("This call is forgotten."));
  }

  private static JsonObject body(Context context) {
    try {
      return JsonParser.parseString(context.body()).getAsJsonObject();
    } catch (JsonParseException | IllegalStateException e) {
      throw new BadRequestResponse("This is no JSON object.");
    }
  }

  private static void answer(Context context, String json) {
    context.contentType("application/json; charset=utf-8").result(json);
  }
}
