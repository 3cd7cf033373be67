package dialtone.tools.simulator;

import com.google.gson.GsonBuilder;
import dialtone.simulator.CallPlan;
import dialtone.simulator.CallbackDelivery;
import dialtone.simulator.CallerScript;
import dialtone.simulator.Line;
import dialtone.simulator.OtherEnds;
import dialtone.simulator.SimulatedCall;
import dialtone.simulator.StatusCallback;
import dialtone.simulator.twiml.Noun.Event;
import dialtone.tools.command.Command;
import dialtone.tools.command.UserMistake;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
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
      "  scripts/call --rest dialplans/incoming --from +15035550101 --to +15035550102",
      "",
      "TWILIO_AUTH_TOKEN and other settings come from the environment,"
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
      names = "--rest",
      paramLabel = "FUNCTION",
      description =
          "The REST API places the call: From calls To, and when To answers, Url is this function's:"
              + " dialplans/incoming.")
  private Optional<String> rest;

  @Option(
      names = "--status-callback",
      paramLabel = "FUNCTION",
      description = "The function that is told of the call's own progress: telephone/call_status.")
  private Optional<String> statusCallback;

  @Option(
      names = "--status-callback-event",
      paramLabel = "EVENT",
      split = ",",
      defaultValue = "completed",
      description =
          "What it is told, where the REST API places the call: initiated, ringing, answered,"
              + " completed (${DEFAULT-VALUE}). Of other calls it is told the end alone.")
  private List<Event> events;

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

  @Mixin private CalledInstance instance = new CalledInstance();

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
    CallerScript caller = caller();
    OtherEnds others = OtherEnds.all(Words.otherEnd(outcome));
    checkWhoCalls();
    try (RunningFunctions functions = instance.functions(root)) {
      Switchboard switchboard = functions.switchboard();
      CallPlan plan = plan(switchboard).with(others).with(callbacks);
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
        (extension.isPresent() || dialled.isPresent())
            && (from.isPresent() || to.isPresent() || rest.isPresent());
    if (inside == outside || mixed) {
      throw new UserMistake(
          "Say who calls whom: scripts/call EXTENSION NUMBER, or scripts/call --from NUMBER --to"
              + " NUMBER [--rest FUNCTION].",
          CommandLine.ExitCode.USAGE,
          null);
    }
  }

  private CallPlan plan(Switchboard switchboard) {
    CallPlan plan = whoCalls(switchboard);
    return statusCallback
        .map(function -> new StatusCallback(switchboard.url(function), Set.copyOf(events)))
        .map(plan::with)
        .orElse(plan);
  }

  private CallPlan whoCalls(Switchboard switchboard) {
    if (extension.isPresent()) {
      return switchboard.plan(switchboard.extension(extension.get(), dialled.orElseThrow()));
    }
    String caller = from.orElseThrow();
    String called = to.orElseThrow();
    return rest.map(function -> switchboard.plan(new Line.Rest(caller, called), function))
        .orElseGet(() -> switchboard.plan(new Line.Outside(caller, called)));
  }

  private CallerScript caller() {
    CallerScript caller = Words.caller(keys);
    return hangUpAfter
        .map(seconds -> caller.hangingUpAfter(Duration.ofSeconds(seconds)))
        .orElse(caller);
  }
}
