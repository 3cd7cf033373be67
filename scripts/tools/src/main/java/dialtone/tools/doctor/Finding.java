package dialtone.tools.doctor;

import java.util.Optional;

/**
 * What a check found.
 *
 * @param remedy what to do about it; empty if it is well
 * @param grave whether deploying cannot work before that
 */
record Finding(String what, Optional<String> remedy, boolean grave) {

  static Finding well(String what) {
    return new Finding(what, Optional.empty(), false);
  }

  /** Something without which nothing can be deployed. */
  static Finding wrong(String what, String remedy) {
    return new Finding(what, Optional.of(remedy), true);
  }

  /** Something that some can do without. */
  static Finding missing(String what, String remedy) {
    return new Finding(what, Optional.of(remedy), false);
  }

  @Override
  public String toString() {
    String mark = remedy.isEmpty() ? "ok      " : grave ? "WRONG   " : "missing ";
    return (mark + what + remedy.map(text -> "\n" + text).orElse("")).replace("\n", "\n        ");
  }
}
