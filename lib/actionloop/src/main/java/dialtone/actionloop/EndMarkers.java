package dialtone.actionloop;

import java.io.PrintStream;

/** The lines by which a host knows that it has an activation's whole log. */
final class EndMarkers {
  /** The line that ends an activation's log on each stream. */
  static final String MARKER = "XXX_THE_END_OF_A_WHISK_ACTIVATION_XXX";

  private final boolean printed;
  private final PrintStream out;
  private final PrintStream err;

  /**
   * @param printed whether the action has to print them: on DigitalOcean. Apache's proxy prints
   *     them itself, and would take a second pair for the end of the next activation's log.
   */
  EndMarkers(boolean printed, PrintStream out, PrintStream err) {
    this.printed = printed;
    this.out = out;
    this.err = err;
  }

  /** Ends an activation's log. */
  void end() {
    for (PrintStream stream : new PrintStream[] {out, err}) {
      if (printed) {
        stream.print(MARKER + '\n');
      }
      stream.flush();
    }
  }
}
