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
  private final List<String> lines;

  Rehearsal(FunctionModule function) {
    this.function = function;
    this.lines = RehearsalRequests.of(function);
  }

  /**
   * Runs it: every request twice, the second time with what the first has set up.
   *
   * @param command starts the function
   * @param environment all that the function finds in its environment
   * @throws UserMistake if the function does not start, or fails on a request
   */
  void run(List<String> command, Path directory, Map<String, String> environment) {
    try (ActionProcess process = ActionProcess.start(command, directory, environment)) {
      expect(process, "did not start");
      for (int round = 0; round < 2; round++) {
        for (String line : lines) {
          process.send(line);
          JsonObject answer =
              JsonParser.parseString(expect(process, "ended on " + line)).getAsJsonObject();
          if (answer.has("error")) {
            throw failed("failed on " + line + "\n" + answer.get("error"), process);
          }
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

  private String expect(ActionProcess process, String otherwise) {
    return process.receive(PATIENCE).orElseThrow(() -> failed(otherwise, process));
  }

  private UserMistake failed(String how, ActionProcess process) {
    ActivationLog log = process.log(true);
    List<String> said = new ArrayList<>(log.out());
    said.addAll(log.err());
    return new UserMistake(function.qualifiedName() + " " + how + "\n" + String.join("\n", said));
  }
}
