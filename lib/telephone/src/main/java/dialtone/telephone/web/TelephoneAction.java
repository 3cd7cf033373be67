package dialtone.telephone.web;

import com.google.gson.JsonObject;
import dialtone.core.host.Edge;
import dialtone.core.host.Environment;
import dialtone.core.host.HostEnvironment;
import dialtone.core.host.Instance;
import dialtone.core.host.Settings;
import dialtone.core.log.Log;
import dialtone.core.web.WebRequest;
import java.time.Clock;
import java.util.Optional;

/**
 * The frame of every function of the API: let the request in or not, answer, log one line. Whatever
 * fails on the way is answered with a problem document.
 */
public final class TelephoneAction {
  private static final String PACKAGE = "telephone";

  private final String function;
  private final Environment environment;
  private final Optional<Gate> gate;
  private final Resource resource;
  private final Log log;

  TelephoneAction(
      String function, Environment environment, Optional<Gate> gate, Resource resource, Log log) {
    this.function = function;
    this.environment = environment;
    this.gate = gate;
    this.resource = resource;
    this.log = log;
  }

  /**
   * Answers an event of any shape.
   *
   * @param event null is read as an empty one
   * @return {@code statusCode, headers, body}; never null
   */
  public JsonObject main(JsonObject event) {
    long start = System.nanoTime();
    WebRequest request = WebRequest.of(event == null ? new JsonObject() : event);
    Instance instance = Instance.of(environment, request, PACKAGE + "/" + function);
    Optional<Problem> refusal = gate.flatMap(g -> g.refusal(request));
    Answer answer =
        refusal.isPresent()
            ? refused(refusal.get())
            : answer(request, instance.base().map(base -> base + "/" + PACKAGE).orElse(""));
    log.write(line(instance, request, answer, start));
    return answer.response();
  }

  private static Answer refused(Problem refusal) {
    Answer answer = refusal.answer();
    return answer.status() == 401 ? answer.with("WWW-Authenticate", "Bearer") : answer;
  }

  private Answer answer(WebRequest request, String base) {
    try {
      return resource.answer(ApiRequest.of(request, base));
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      log.error("the function failed", e);
      return Problem.failed().answer();
    }
  }

  static Answer unavailable(String detail) {
    return Problem.unavailable(detail).answer().with("Retry-After", "5");
  }

  /** What a function starts with in its host's environment. */
  static Edge edge() {
    Environment environment = new HostEnvironment();
    return new Edge(environment, new Settings(environment), Clock.systemUTC(), new Log(System.out));
  }

  private JsonObject line(Instance instance, WebRequest request, Answer answer, long start) {
    JsonObject line = new JsonObject();
    line.addProperty("instance", instance.name());
    line.addProperty("function", instance.function());
    line.addProperty("activation", environment.get("__OW_ACTIVATION_ID").orElse(""));
    line.addProperty("method", request.method());
    line.addProperty("outcome", answer.status());
    line.addProperty("milliseconds", (System.nanoTime() - start) / 1_000_000);
    return line;
  }
}
