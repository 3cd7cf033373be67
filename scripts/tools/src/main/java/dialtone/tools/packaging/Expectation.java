package dialtone.tools.packaging;

import com.google.gson.JsonObject;
import dialtone.tools.smoke.Difference;
import java.util.Optional;
import java.util.function.IntPredicate;

/** What an answer in a rehearsal has to be. */
@FunctionalInterface
interface Expectation {
  /**
   * Compares an action's answer, which is no error.
   *
   * @return empty if it is as expected, else what was expected and what came
   */
  Optional<String> difference(JsonObject answer);

  /** TwiML, given by what {@code <Response>} holds. */
  static Expectation twiml(String verbs) {
    return answer -> Difference.of(statusOf(answer), contentType(answer), body(answer), verbs);
  }

  /** A status, whatever comes with it. */
  static Expectation status(int status) {
    return status("status " + status, actual -> actual == status);
  }

  /** Anything but a server's error. */
  static Expectation noServerError() {
    return status("a status below 500", actual -> actual < 500);
  }

  private static Expectation status(String expected, IntPredicate condition) {
    return answer ->
        condition.test(statusOf(answer))
            ? Optional.empty()
            : Optional.of(
                "expected %s%ngot      status %d: %s"
                    .formatted(expected, statusOf(answer), body(answer)));
  }

  private static int statusOf(JsonObject answer) {
    return answer.has("statusCode") ? answer.get("statusCode").getAsInt() : 200;
  }

  private static Optional<String> contentType(JsonObject answer) {
    return answer.has("headers")
        ? Optional.ofNullable(answer.getAsJsonObject("headers").get("Content-Type"))
            .map(type -> type.getAsString())
        : Optional.empty();
  }

  private static String body(JsonObject answer) {
    return answer.has("body") ? answer.get("body").getAsString() : "";
  }
}
