package dialtone.tools.server;

import static dialtone.testkit.TwimlAssert.assertThatTwiml;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dialtone.testkit.TwilioRequest;
import dialtone.tools.Checkout;
import dialtone.tools.project.FunctionModule;
import dialtone.tools.project.Project;
import dialtone.tools.project.ProjectFunction;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What OpenWhisk's own Java runtime does: the jar that was built, in a fresh class loader with only
 * the JDK and Gson above it, and {@code main(JsonObject)}. Nothing here is Dialtone's but the jar.
 */
class PlainRuntimeIT {
  private static final TwilioRequest REQUEST =
      TwilioRequest.fromSip("alice", "933").with("reason", "not-in-service");

  private static final List<Function<TwilioRequest, JsonObject>> SHAPES =
      List.of(
          TwilioRequest::digitalOceanRaw,
          TwilioRequest::digitalOceanParsed,
          TwilioRequest::openWhiskRaw,
          TwilioRequest::openWhiskParsed,
          TwilioRequest::direct);

  @ParameterizedTest
  @MethodSource("dialplans")
  void everyDialplansJarAnswersEveryShapeOfEvent(ProjectFunction function) throws Exception {
    for (JsonObject answer : answers(function)) {
      assertThatTwiml(answer).isWellFormed().isResponse(expected(function));
    }
  }

  @ParameterizedTest
  @MethodSource("others")
  void everyOtherJarAnswersEveryShapeOfEvent(ProjectFunction function) throws Exception {
    for (JsonObject answer : answers(function)) {
      assertThat(answer.get("statusCode").getAsInt()).isEqualTo(expectedStatus(function));
    }
  }

  static Stream<ProjectFunction> dialplans() {
    return functions().filter(function -> function.packageName().equals("dialplans"));
  }

  static Stream<ProjectFunction> others() {
    return functions().filter(function -> !function.packageName().equals("dialplans"));
  }

  private static Stream<ProjectFunction> functions() {
    return Project.read(Checkout.ROOT).functions().stream();
  }

  private static List<JsonObject> answers(ProjectFunction function) throws Exception {
    FunctionModule module = FunctionModule.of(Checkout.ROOT, function);
    Path jar = module.directory().resolve("target/" + function.name() + ".jar");
    assertThat(jar).isRegularFile();
    List<JsonObject> answers = new ArrayList<>();
    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {jar.toUri().toURL()}, new GsonOnly(JsonObject.class.getClassLoader()))) {
      Class<?> action = loader.loadClass(module.actionClass());
      assertThat(action.getClassLoader()).isSameAs(loader);
      for (Function<TwilioRequest, JsonObject> shape : SHAPES) {
        Object answer =
            action.getMethod("main", JsonObject.class).invoke(null, shape.apply(REQUEST));
        answers.add((JsonObject) answer);
      }
    }
    return answers;
  }

  /** The request is a POST, without a token, to functions that know of no table. */
  private static int expectedStatus(ProjectFunction function) {
    return switch (function.qualifiedName()) {
      case "telephone/call_status", "ops/version" -> 200;
      case "telephone/docs", "telephone/redoc", "telephone/openapi" -> 405;
      default -> 503;
    };
  }

  private static String expected(ProjectFunction function) {
    return switch (function.qualifiedName()) {
      case "dialplans/outgoing", "dialplans/dial_pstn", "dialplans/dial_sip" ->
          "<Dial answerOnBridge=\"true\" callerId=\"+15035550101\" action=\"dial_status\">"
              + "<Number>933</Number></Dial>";
      case "dialplans/incoming", "dialplans/reject" ->
          "<Say>The number you have dialed is not in service.</Say><Hangup/>";
      case "dialplans/dial_status" -> "<Hangup/>";
      default ->
          throw new AssertionError("Write down what " + function.qualifiedName() + " answers.");
    };
  }
}
