package dialtone.tools.aws;

import java.util.Map;

/**
 * Something on AWS that is not as it is to be.
 *
 * @param what for people; begins with {@code +} if it is not there and {@code ~} if it differs
 * @param from what differs, as it is live; empty if it is not there
 * @param to the same, as it is to be
 */
record AwsChange(String what, Map<String, String> from, Map<String, String> to, Runnable apply) {
  AwsChange {
    from = Map.copyOf(from);
    to = Map.copyOf(to);
  }

  /** The change of something that is not there. */
  static AwsChange missing(String what, Runnable make) {
    return new AwsChange("+ " + what, Map.of(), Map.of(), make);
  }

  /** What is changed, without more. */
  String title() {
    return what.lines().findFirst().orElseThrow().substring(2);
  }
}
