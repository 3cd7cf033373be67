package dialtone.tools.packaging;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dialtone.tools.actionloop.ActionProcess;
import dialtone.tools.actionloop.ActivationLog;
import dialtone.tools.actionloop.HostException;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.EnvFile;
import dialtone.tools.project.FunctionModule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A run of a function on all its rehearsal requests, with the settings of .env.sample. */
final class Rehearsal {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final FunctionModule function;
  private final Path root;
  private final List<String> lines;

  Rehearsal(FunctionModule function, Path root) {
    this.function = function;
    this.root = root;
    this.lines = RehearsalRequests.of(function);
  }

  /**
   * Runs it: every request twice, the second time with what the first has set up.
   *
   * @param command starts the function
   * @param aws the URL that stands in for AWS; empty to let the SDK find AWS itself
   * @throws UserMistake if the function does not start, or fails on a request
   */
  void run(List<String> command, Path directory, Optional<String> aws) {
    try (ActionProcess process = ActionProcess.start(command, directory, environment(aws))) {
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
      int status = process.end();
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

  private Map<String, String> environment(Optional<String> aws) {
    Map<String, String> environment = new HashMap<>(EnvFile.read(root.resolve(".env.sample")));
    environment.put("TWILIO_AUTH_TOKEN", RehearsalRequests.TOKEN);
    environment.put("AWS_ACCESS_KEY_ID", "rehearsal");
    environment.put("AWS_SECRET_ACCESS_KEY", "rehearsal");
    environment.put("AWS_TOPIC_ARN", "arn:aws:sns:us-west-2:000000000000:rehearsal");
    environment.put("EXTENSIONS_TABLE", "rehearsal");
    aws.ifPresent(
        url -> {
          environment.put("AWS_ENDPOINT_URL_SNS", url);
          environment.put("AWS_ENDPOINT_URL_DYNAMODB", url);
        });
    environment.put("__OW_WAIT_FOR_ACK", "1");
    environment.put("__OW_API_HOST", RehearsalRequests.API_HOST);
    environment.put("__OW_NAMESPACE", RehearsalRequests.NAMESPACE);
    return environment;
  }
}
