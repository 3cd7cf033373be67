package dialtone.actions.ops;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dialtone.core.action.Access;
import dialtone.core.host.Environment;
import dialtone.core.host.Instance;
import dialtone.core.log.Log;
import dialtone.core.web.Responses;
import dialtone.core.web.WebRequest;
import java.util.Optional;

/**
 * Answers {@code {"instance", "commit", "built", "functions"}}.
 *
 * <p>Whoever asks signs the URL as Twilio would, with the auth token that the instance has anyway:
 * no further secret has to be made, handed out and replaced, none travels, and the answer proves
 * what matters before Twilio is pointed here, namely that this instance knows its public URL and
 * the account's token. A signature seen on the way can be used again, for this URL and this answer.
 */
final class VersionAction {
  private static final String FUNCTION = "ops/version";

  private final Environment environment;
  private final Access access;
  private final Build build;
  private final Log log;

  VersionAction(Environment environment, Build build, Log log) {
    this.environment = environment;
    this.access = new Access(environment);
    this.build = build;
    this.log = log;
  }

  JsonObject main(JsonObject event) {
    long start = System.nanoTime();
    WebRequest request = WebRequest.of(event == null ? new JsonObject() : event);
    Instance instance = Instance.of(environment, request, FUNCTION);
    Optional<String> refusal = access.refusal(request, instance);
    refusal.ifPresent(log::error);
    JsonObject line = new JsonObject();
    line.addProperty("instance", instance.name());
    line.addProperty("function", instance.function());
    line.addProperty("activation", environment.get("__OW_ACTIVATION_ID").orElse(""));
    line.addProperty("outcome", refusal.isPresent() ? "forbidden" : "answered");
    line.addProperty("milliseconds", (System.nanoTime() - start) / 1_000_000);
    log.write(line);
    return refusal.isPresent()
        ? Responses.forbidden("This URL answers requests that are signed as Twilio signs them.")
        : Responses.json(answer(instance));
  }

  private JsonObject answer(Instance instance) {
    JsonObject answer = new JsonObject();
    answer.addProperty("instance", instance.name());
    answer.addProperty("commit", build.commit());
    answer.addProperty("built", build.built());
    JsonArray functions = new JsonArray();
    build.functions().forEach(functions::add);
    answer.add("functions", functions);
    return answer;
  }
}
