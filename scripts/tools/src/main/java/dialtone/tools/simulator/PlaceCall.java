package dialtone.tools.simulator;

import com.google.gson.GsonBuilder;
import dialtone.simulator.CallPlan;
import dialtone.simulator.CallbackDelivery;
import dialtone.simulator.CallerScript;
import dialtone.simulator.Line;
import dialtone.simulator.OtherEnds;
import dialtone.simulator.SimulatedCall;
import dialtone.tools.command.Command;
import dialtone.tools.command.UserMistake;
import dialtone.tools.project.Variables;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scripts/call}. */
@CommandLine.Command(
    name = "scripts/call",
    mixinStandardHelpOptions = true,
    version = "Dialtone",
    description = {
      "Plays Twilio: places a call to the functions and tells what happens in it. Nobody's phone"
          + " rings, and time is virtual: an hour takes no time.",
      "",
      "  scripts/call alice 5035551212 --outcome busy",
      "  scripts/call --from +15035550199 --to +15035550101",
      "",
      "Calls the local server, which is started for the call if none runs at"
          + " http://127.0.0.1:8080. TWILIO_AUTH_TOKEN and other settings come from the environment,"
          + " then from .env (or the file given), then from .env.sample."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Twilio could do all that the dialplan asks for",
      "1:the call would have failed at Twilio",
      "2:wrong arguments"
    })
public final class PlaceCall implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "EXTENSION",
      description = "The extension that dials.")
  private Optional<String> extension;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "NUMBER",
      description = "What it dials, as it is typed: 5035551212, 101, 0, '#'.")
  private Optional<String> dialled;

  @Option(
      names = "--from",
      paramLabel = "NUMBER",
      description = "Instead of an extension: who calls from outside; anonymous is nobody known.")
  private Optional<String> from;

  @Option(names = "--to", paramLabel = "NUMBER", description = "Which number of ours is called.")
  private Optional<String> to;

  @Option(
      names = "--outcome",
      paramLabel = "WHAT",
      defaultValue = "answers after 4 s and talks 60 s",
      description = {
        "What the other end does: busy, no-answer, fails [with SIP 404], answers [after 4 s] [and"
            + " talks 60 s] (${DEFAULT-VALUE})."
      })
  private String outcome;

  @Option(
      names = "--keys",
      paramLabel = "KEYS",
      defaultValue = "",
      description = "What the caller presses while Twilio listens; w waits half a second: 1w2#.")
  private String keys;

  @Option(
      names = "--hang-up-after",
      paramLabel = "SECONDS",
      description = "When the caller hangs up; without it, the caller stays.")
  private Optional<Integer> hangUpAfter;

  @Option(
      names = "--callbacks",
      paramLabel = "HOW",
      defaultValue = "once",
      description = "How status callbacks arrive: once, twice or reversed (${DEFAULT-VALUE}).")
  private CallbackDelivery callbacks;

  @Option(
      names = "--url",
      paramLabel = "BASE",
      description = "The URL of the namespace to call, such as a deployed instance's.")
  private Optional<String> url;

  @Option(
      names = "--env",
      paramLabel = "FILE",
      description = "The settings file to read instead of .env.")
  private Optional<Path> settings;

  @Option(names = "--json", description = "Prints the whole call as JSON.")
  private boolean json;

  private final Path root;
  private final PrintStream out;

  PlaceCall(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
  }

  public static void main(String[] arguments) {
    System.exit(Command.run(new PlaceCall(Command.root(), System.out), arguments));
  }

  @Override
  public Integer call() throws Exception {
    Variables variables = Variables.of(root, settings, System.getenv());
    CallerScript caller = caller();
    OtherEnds others = OtherEnds.all(Words.otherEnd(outcome));
    checkWhoCalls();
    try (RunningFunctions functions = RunningFunctions.of(root, url, variables)) {
      Switchboard switchboard = functions.switchboard();
      CallPlan plan = switchboard.plan(line(switchboard)).with(others).with(callbacks);
      SimulatedCall call = switchboard.simulator().place(plan, caller);
      if (json) {
        out.println(
            new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(call.json()));
      } else {
        new TimelineText(out, CommandLine.Help.Ansi.AUTO.enabled()).write(call);
      }
      return call.failed() ? 1 : 0;
    }
  }

  private void checkWhoCalls() {
    boolean inside = extension.isPresent() && dialled.isPresent();
    boolean outside = from.isPresent() && to.isPresent();
    boolean mixed =
        (extension.isPresent() || dialled.isPresent()) && (from.isPresent() || to.isPresent());
    if (inside == outside || mixed) {
      throw new UserMistake(
          "Say who calls whom: scripts/call EXTENSION NUMBER, or scripts/call --from NUMBER --to"
              + " NUMBER.",
          CommandLine.ExitCode.USAGE,
          null);
    }
  }

  private Line line(Switchboard switchboard) {
    return extension.isPresent()
        ? switchboard.extension(extension.get(), dialled.orElseThrow())
        : new Line.Outside(from.orElseThrow(), to.orElseThrow());
  }

  private CallerScript caller() {
    CallerScript caller = Words.caller(keys);
    return hangUpAfter
        .map(seconds -> caller.hangingUpAfter(Duration.ofSeconds(seconds)))
        .orElse(caller);
  }
}
