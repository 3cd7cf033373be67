package dialtone.tools.smoke;

import java.io.PrintStream;
import java.util.Optional;

/** A line for each answer, and how many there were of each kind; scripts/test counts the lines. */
final class SmokeReport {
  private final PrintStream out;
  private int same;
  private int different;
  private int leftOut;

  SmokeReport(PrintStream out) {
    this.out = out;
  }

  void answered(String title, Optional<String> difference) {
    if (difference.isEmpty()) {
      same++;
      out.println("ok        " + title);
    } else {
      different++;
      out.println("DIFFERENT " + title);
      out.println("       " + difference.get());
    }
  }

  void leftOut(String title) {
    leftOut++;
    out.println("left out  " + title);
  }

  /** Says how many there were; gives whether every answer was as expected. */
  boolean close() {
    out.printf("Smoke: %d as expected, %d different, %d left out.%n", same, different, leftOut);
    return different == 0;
  }
}
