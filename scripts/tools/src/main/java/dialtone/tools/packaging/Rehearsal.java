package dialtone.tools.packaging;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.tools.actionloop.ActionProcess;
import dialtone.tools.actionloop.ActivationLog;
import dialtone.tools.actionloop.HostException;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.FunctionModule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs of a function on all its rehearsal requests. */
final class Rehearsal {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FunctionModule function;

  Rehearsal(FunctionModule function) {
    this.function = function;
  }

  /**
   * Runs it, so that what it reaches can be seen: every request twice, the second time with what
   * the first has set up.
   *
   * @param command starts the function
   * @param environment all that the function finds in its environment
   * @throws UserMistake if the function does not start, or fails on a request
   */
  void run(List<String> command, Path directory, Map<String, String> environment) {
    run(command, directory, environment, /* compared= */ false);
  }

  /**
   * The same, and compares the answers. Of the second time: on a busy machine the first may be too
   * slow for the time that the function gives AWS.
   *
   * @throws UserMistake also if an answer is not the one written beside the request: names the
   *     request, what was expected and what came
   */
  void check(List<String> command, Path directory, Map<String, String> environment) {
    run(command, directory, environment, /* compared= */ true);
  }

  private void run(
      List<String> command, Path directory, Map<String, String> environment, boolean compared) {
    List<RehearsedRequest> requests = RehearsalRequests.of(function, environment);
    try (ActionProcess process = ActionProcess.start(command, directory, environment)) {
      receive(process, "did not start");
      for (boolean again : new boolean[] {false, true}) {
        for (RehearsedRequest request : requests) {
          answer(request, process, compared && again);
        }
      }
      // the JVM makes the start cache when it ends
      int status = process.end(PATIENCE);
      if (status != 0) {
        throw failed("ended with status " + status, process);
      }
    } catch (HostException e) {
      throw new UserMistake(function.qualifiedName() + ": " + e.getMessage(), e);
    }
  }

  private void answer(RehearsedRequest request, ActionProcess process, boolean compared) {
    process.send(RehearsalRequests.line(function, request.event()));
    JsonObject answer =
        JsonParser.parseString(receive(process, "ended on " + request.title())).getAsJsonObject();
    if (answer.has("error")) {
      throw failed("failed on " + request.title() + "\n" + answer.get("error"), process);
    }
    if (compared) {
      request
          .expectation()
          .difference(answer)
          .ifPresent(
              difference -> {
                throw failed(
                    "answers otherwise than its rehearsal says.%nrequest  %s%n%s"
                        .formatted(request.title(), difference),
                    process);
              });
    }
  }

  private String receive(ActionProcess process, String otherwise) {
    return process.receive(PATIENCE).orElseThrow(() -> failed(otherwise, process));
  }

  private UserMistake failed(String how, ActionProcess process) {
    ActivationLog log = process.log(true);
    List<String> said = new ArrayList<>(log.out());
    said.addAll(log.err());
    return new UserMistake(function.qualifiedName() + " " + how + "\n" + String.join("\n", said));
  }
}
