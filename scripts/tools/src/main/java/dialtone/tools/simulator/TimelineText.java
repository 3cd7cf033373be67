package dialtone.tools.simulator;

import dialtone.simulator.SimulatedCall;
import dialtone.simulator.timeline.Asked;
import dialtone.simulator.timeline.Entry;
import dialtone.simulator.webhook.Reply;
import java.io.PrintStream;
import java.util.Map;

/** Writes a call for people: a line an entry, with colours on a terminal. */
final class TimelineText {
  private static final Map<String, String> COLOURS =
      Map.ofEntries(
          Map.entry("request", "36"),
          Map.entry("verb", "34"),
          Map.entry("heard", "32"),
          Map.entry("key", "35"),
          Map.entry("error", "31"),
          Map.entry("warning", "33"),
          Map.entry("not-placed", "33"),
          Map.entry("left-out", "33"),
          Map.entry("not-simulated", "31"),
          Map.entry("ended", "1"));

  private final PrintStream out;
  private final boolean coloured;

  TimelineText(PrintStream out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  void write(SimulatedCall call) {
    out.println(call.line().from() + " calls " + call.line().to());
    call.timeline().forEach(this::write);
    out.printf(
        "%d s, %d %s%s%n",
        call.duration().toSeconds(),
        call.invocations(),
        call.invocations() == 1 ? "invocation" : "invocations",
        call.failed() ? ", and it would have failed at Twilio" : "");
  }

  private void write(Entry entry) {
    long tenths = entry.at().toMillis() / 100;
    out.printf(
        "%3d:%02d.%d  %s%n",
        tenths / 600, tenths / 10 % 60, tenths % 10, painted(entry.kind(), entry.story()));
    if (entry instanceof Asked asked) {
      asked
          .exchange()
          .reply()
          .map(Reply::body)
          .filter(body -> !body.isBlank())
          .ifPresent(
              body -> out.println("           " + body.strip().replace("\n", "\n           ")));
    }
  }

  private String painted(String kind, String text) {
    String colour = COLOURS.get(kind);
    return coloured && colour != null ? "\u001b[" + colour + "m" + text + "\u001b[0m" : text;
  }
}
