package dialtone.tools.twilio;

import io.javalin.http.Context;

/** So many requests whose method and path match have a defect, after others that have none. */
final class Fault {
  /** What is wrong with the way that they are answered. */
  enum Defect {
    REFUSED,
    DONE_AND_ANSWERED_WITH_AN_ERROR,
    ANSWERED_AND_NOT_DONE
  }

  private final String pattern;
  private final Defect defect;
  private final int status;
  private int before;
  private int times;

  /**
   * @param pattern {@code METHOD path} as a regular expression
   * @param status what is answered
   * @param before how many that match have no defect
   * @param times how many then have it
   */
  Fault(String pattern, Defect defect, int status, int before, int times) {
    this.pattern = pattern;
    this.defect = defect;
    this.status = status;
    this.before = before;
    this.times = times;
  }

  /** Whether a request has this defect; it counts as one then. */
  boolean hits(Context context, Defect looked) {
    return looked == defect
        && times > 0
        && (context.method() + " " + context.path()).matches(pattern)
        && before-- <= 0
        && times-- > 0;
  }

  int status() {
    return status;
  }
}
