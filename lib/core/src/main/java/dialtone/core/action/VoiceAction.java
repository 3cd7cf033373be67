package dialtone.core.action;

import com.google.gson.JsonObject;
import dialtone.core.dialplan.Answer;
import dialtone.core.dialplan.Answer.Outcome;
import dialtone.core.dialplan.Dialplan;
import dialtone.core.dialplan.Rejection;
import dialtone.core.host.Edge;
import dialtone.core.host.Environment;
import dialtone.core.host.HostEnvironment;
import dialtone.core.host.Instance;
import dialtone.core.host.Settings;
import dialtone.core.log.Log;
import dialtone.core.web.Responses;
import dialtone.core.web.WebRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The frame of every function that Twilio calls: decode the event, verify that Twilio sent it,
 * answer, log one line. Whatever fails on the way, the caller hears an apology in TwiML, status
 * 200: Twilio would read anything else out as "an application error has occurred".
 */
public final class VoiceAction {
  /** The header that names the settings which keep the function from working. */
  public static final String STATUS_HEADER = "X-Dialtone-Status";

  private final String function;
  private final Environment environment;
  private final Settings settings;
  private final Access access;
  private final Dialplan dialplan;
  private final Log log;

  /**
   * Starts a function in its host's environment.
   *
   * @param function {@code <package>/<function>}
   * @param dialplan makes what answers
   */
  public static VoiceAction start(String function, Function<Edge, Dialplan> dialplan) {
    Environment environment = new HostEnvironment();
    Log log = new Log(System.out);
    return new VoiceAction(
        function,
        new Edge(environment, new Settings(environment), Clock.systemUTC(), log),
        dialplan);
  }

  /** Settings that the dialplan finds malformed let only emergency calls through. */
  VoiceAction(String function, Edge edge, Function<Edge, Dialplan> dialplan) {
    this.function = function;
    this.environment = edge.environment();
    this.settings = edge.settings();
    this.log = edge.log();
    this.access = new Access(environment);
    this.dialplan = dialplan.apply(edge);
    Instance.check(settings);
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
    Instance instance = Instance.of(environment, request, function);
    Optional<String> refusal = access.refusal(request, instance);
    if (refusal.isPresent()) {
      log.error(refusal.get());
      log.write(line(request, instance, Optional.empty(), start));
      return Responses.forbidden("This URL answers requests that Twilio has signed.");
    }
    settings.missing().forEach(log::warn);
    settings.problems().forEach(log::error);
    Answer answer = answer(request, instance);
    JsonObject response = Responses.twiml(answer.twiml().toXml());
    if (!settings.problems().isEmpty()) {
      String status = String.join("; ", settings.problems()).replaceAll("[^\\x20-\\x7e]", "?");
      response.getAsJsonObject("headers").addProperty(STATUS_HEADER, status);
    }
    log.write(line(request, instance, Optional.of(answer), start));
    return response;
  }

  private Answer answer(WebRequest request, Instance instance) {
    try {
      Answer answer = dialplan.answer(request, instance);
      return settings.problems().isEmpty() || answer.outcome() == Outcome.EMERGENCY
          ? answer
          : Rejection.FAILED.answer(Outcome.APOLOGY);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      log.error("the dialplan failed", e);
      return Rejection.FAILED.answer(Outcome.APOLOGY);
    }
  }

  private JsonObject line(
      WebRequest request, Instance instance, Optional<Answer> answer, long start) {
    JsonObject line = new JsonObject();
    line.addProperty("instance", instance.name());
    line.addProperty("function", instance.function());
    line.addProperty("activation", environment.get("__OW_ACTIVATION_ID").orElse(""));
    line.addProperty("call", shortened(request.parameter("CallSid").orElse("")));
    line.addProperty("extension", answer.flatMap(Answer::extension).orElse(""));
    line.addProperty("from", Log.lastTwo(request.parameter("From").orElse("")));
    line.addProperty("to", Log.lastTwo(request.parameter("To").orElse("")));
    Outcome outcome = answer.map(Answer::outcome).orElse(Outcome.FORBIDDEN);
    line.addProperty("outcome", outcome.name().toLowerCase(Locale.ROOT));
    line.addProperty("milliseconds", (System.nanoTime() - start) / 1_000_000);
    return line;
  }

  private static String shortened(String callSid) {
    return callSid.length() <= 34 ? callSid : callSid.substring(0, 34);
  }
}
