package dialtone.tools.twilio;

import com.google.gson.JsonObject;
import dialtone.tools.StandInServer;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A stateful stand-in for Twilio's REST API, on this machine: accounts that hold resources, lists
 * in pages, partial updates, Twilio's errors, and lists that lag behind what was made. It takes the
 * requests that {@code TWILIO_API_URL} sends it: {@code /<product>/<path>}.
 */
public final class StandInTwilio implements AutoCloseable {
  /** A request that was made; the parameters of its form and its query. */
  public record Seen(String method, String path, Map<String, String> form) {}

  private final StandInServer server;
  private final Map<String, String> tokens = new HashMap<>();
  private final Map<String, Map<String, JsonObject>> lists = new TreeMap<>();
  private final Map<String, Integer> hidden = new HashMap<>();
  private final List<Fault> faults = new CopyOnWriteArrayList<>();
  private final List<Held> held = new CopyOnWriteArrayList<>();
  private final List<Seen> seen = new CopyOnWriteArrayList<>();
  private int pageSize = 50;
  private int lag;
  private int made;

  public StandInTwilio() {
    server =
        StandInServer.start(
            routes -> {
              routes.before(this::hold);
              routes.get("/<path>", this::get);
              routes.post("/<path>", this::post);
              routes.delete("/<path>", this::delete);
            });
  }

  public String url() {
    return server.url();
  }

  /** Opens an account. */
  public void account(String sid, String token) {
    tokens.put(sid, token);
  }

  /** What was asked since the last time. */
  public List<Seen> seen() {
    List<Seen> all = List.copyOf(seen);
    seen.clear();
    return all;
  }

  /** What was changed since the last time. */
  public List<Seen> writes() {
    return seen().stream().filter(request -> !request.method().equals("GET")).toList();
  }

  public void pageSize(int size) {
    pageSize = size;
  }

  /** A resource made from now on is missing from its list the first so many times. */
  public void lag(int times) {
    lag = times;
  }

  /** The next requests that match, {@code METHOD path} as a regular expression, are refused. */
  public void refuse(String pattern, int status, int times) {
    faults.add(new Fault(pattern, Fault.Defect.REFUSED, status, 0, times));
  }

  /** The next request that matches is carried out and then answered with an error. */
  public void answerBadly(String pattern, int status) {
    faults.add(new Fault(pattern, Fault.Defect.DONE_AND_ANSWERED_WITH_AN_ERROR, status, 0, 1));
  }

  /**
   * The n-th request from now on that matches is answered as if it were carried out, and is not.
   */
  public void forget(String pattern, int nth) {
    faults.add(new Fault(pattern, Fault.Defect.ANSWERED_AND_NOT_DONE, 200, nth - 1, 1));
  }

  /** Requests that match are kept waiting, before anything is done, until it is closed. */
  public Held hold(String pattern) {
    Held request = new Held(pattern);
    held.add(request);
    return request;
  }

  /** A number that the account owns. */
  public void own(String account, String number) {
    JsonObject record = add("api/2010-04-01/Accounts/" + account + "/IncomingPhoneNumbers");
    record.addProperty("phone_number", number);
    record.addProperty("friendly_name", number);
  }

  /** Makes a resource as the console would; its list's path begins with the product. */
  public JsonObject add(String list) {
    JsonObject record = TwilioResource.of(list).fresh(++made);
    lists
        .computeIfAbsent(list, path -> new LinkedHashMap<>())
        .put(record.get("sid").getAsString(), record);
    return record;
  }

  /** The resources of a list, for a look or a change behind everybody's back. */
  public List<JsonObject> all(String list) {
    return List.copyOf(lists.getOrDefault(list, Map.of()).values());
  }

  /** The one resource of an account's list with this property. */
  public JsonObject one(String list, String property, String value) {
    List<JsonObject> found =
        all(list).stream()
            .filter(record -> record.get(property).getAsString().equals(value))
            .toList();
    if (found.size() != 1) {
      throw new AssertionError(list + " has " + found.size() + " with " + property + " " + value);
    }
    return found.get(0);
  }

  /** The friendly name of whatever has this SID. */
  String nameOf(String sid) {
    return lists.values().stream()
        .filter(list -> list.containsKey(sid))
        .map(list -> list.get(sid).get("friendly_name").getAsString())
        .findFirst()
        .orElseThrow(() -> new AssertionError("nothing has SID " + sid));
  }

  /** How many resources there are, of all kinds, in all accounts. */
  public int size() {
    return lists.values().stream().mapToInt(Map::size).sum();
  }

  private void hold(Context context) throws InterruptedException {
    for (Held each : held) {
      each.hold(context);
    }
  }

  private synchronized void get(Context context) {
    if (!enter(context)) {
      return;
    }
    String path = path(context);
    String parent = path.substring(0, path.lastIndexOf('/'));
    JsonObject record = lists.getOrDefault(parent, Map.of()).get(last(path));
    if (record != null) {
      answer(context, 200, record);
    } else if (TwilioResource.isList(path)) {
      answer(context, 200, page(context, path));
    } else {
      error(context, 404, 20404, "The requested resource " + path + " was not found");
    }
  }

  private synchronized void post(Context context) {
    if (!enter(context)) {
      return;
    }
    String path = path(context);
    if (TwilioResource.isList(path)) {
      create(context, path);
      return;
    }
    String parent = path.substring(0, path.lastIndexOf('/'));
    JsonObject record = lists.getOrDefault(parent, Map.of()).get(last(path));
    if (record == null) {
      error(context, 404, 20404, "The requested resource " + path + " was not found");
      return;
    }
    String refusal = TwilioResource.of(parent).refusal(form(context));
    if (refusal != null) {
      error(context, 400, 20001, refusal);
      return;
    }
    JsonObject changed = isForgotten(context) ? record.deepCopy() : record;
    TwilioResource.of(parent).take(changed, form(context));
    finish(context, 200, changed);
  }

  private void create(Context context, String path) {
    TwilioResource kind = TwilioResource.of(path);
    Map<String, String> form = form(context);
    String refusal = kind.refusal(form, all(path));
    if (refusal != null) {
      error(context, 400, 20001, refusal);
      return;
    }
    JsonObject record = kind.fresh(++made);
    kind.take(record, form);
    kind.complete(record, this);
    if (!isForgotten(context)) {
      lists
          .computeIfAbsent(path, list -> new LinkedHashMap<>())
          .put(record.get("sid").getAsString(), record);
    }
    hidden.put(record.get("sid").getAsString(), lag);
    finish(context, 201, record);
  }

  private synchronized void delete(Context context) {
    if (!enter(context)) {
      return;
    }
    String path = path(context);
    String parent = path.substring(0, path.lastIndexOf('/'));
    if (lists.getOrDefault(parent, new HashMap<>()).remove(last(path)) == null) {
      error(context, 404, 20404, "The requested resource " + path + " was not found");
    } else {
      context.status(204);
    }
  }

  private boolean enter(Context context) {
    seen.add(new Seen(context.method().name(), path(context), form(context)));
    String account = authenticated(context);
    if (account == null) {
      error(context, 401, 20003, "Authenticate");
      return false;
    }
    if (path(context).contains("/Accounts/") && !path(context).contains("/" + account + "/")) {
      error(context, 403, 20003, "Permission Denied");
      return false;
    }
    for (Fault fault : faults) {
      if (fault.hits(context, Fault.Defect.REFUSED)) {
        context.header("Retry-After", "0");
        error(context, fault.status(), fault.status() == 429 ? 20429 : 20500, "Try again later");
        return false;
      }
    }
    return true;
  }

  private void finish(Context context, int status, JsonObject record) {
    for (Fault fault : faults) {
      if (fault.hits(context, Fault.Defect.DONE_AND_ANSWERED_WITH_AN_ERROR)) {
        error(context, fault.status(), 20500, "Something went wrong");
        return;
      }
    }
    answer(context, status, record);
  }

  private boolean isForgotten(Context context) {
    return faults.stream().anyMatch(each -> each.hits(context, Fault.Defect.ANSWERED_AND_NOT_DONE));
  }

  private String authenticated(Context context) {
    String header = context.header("Authorization");
    String given =
        header == null || !header.startsWith("Basic ")
            ? ":"
            : new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
    String account = given.substring(0, given.indexOf(':'));
    return given.equals(account + ":" + tokens.get(account)) ? account : null;
  }

  private JsonObject page(Context context, String path) {
    List<JsonObject> visible =
        all(path).stream()
            .filter(record -> hidden.merge(record.get("sid").getAsString(), -1, Integer::sum) < 0)
            .toList();
    int page = Integer.parseInt(context.queryParamAsClass("Page", String.class).getOrDefault("0"));
    return new ListPage(path, page, pageSize).of(visible);
  }

  private static String path(Context context) {
    String path = context.path().substring(1);
    return path.startsWith("api/") && path.endsWith(".json")
        ? path.substring(0, path.length() - ".json".length())
        : path;
  }

  private static String last(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Map<String, String> form(Context context) {
    Map<String, String> form = new TreeMap<>();
    context.formParamMap().forEach((name, values) -> form.put(name, values.get(0)));
    context.queryParamMap().forEach((name, values) -> form.put(name, values.get(0)));
    return form;
  }

  private static void answer(Context context, int status, JsonObject json) {
    context.status(status).contentType("application/json").result(json.toString());
  }

  private static void error(Context context, int status, int code, String message) {
    JsonObject error = new JsonObject();
    error.addProperty("code", code);
    error.addProperty("message", message);
    error.addProperty("more_info", "https://www.twilio.com/docs/errors/" + code);
    error.addProperty("status", status);
    answer(context, status, error);
  }

  @Override
  public void close() {
    server.close();
  }
}
