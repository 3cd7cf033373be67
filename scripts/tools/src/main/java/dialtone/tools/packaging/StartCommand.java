package dialtone.tools.packaging;

import dialtone.tools.project.FunctionModule;
import java.util.ArrayList;
import java.util.List;

/** How a packaged function's JVM is started, from its own directory. */
final class StartCommand {
  /** The action's jar in a package. */
  static final String JAR = "action.jar";

  /**
   * A start and a few requests are all that most containers live for: the small compiler and the
   * small collector, little reserved, none of the counters that a monitoring tool would read.
   */
  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:-UsePerfData",
          "-XX:+ExitOnOutOfMemoryError",
          "-Xms16m",
          "-Xmx64m",
          "-Xss512k",
          "-Djdk.reflect.useNativeAccessorOnly=true");

  private StartCommand() {}

  /**
   * The JVM with the flags that hold for every run of a package, also those that make its cache.
   */
  static List<String> java(List<String> more) {
    return join(List.of("bin/java"), more, FLAGS, List.of("-cp", JAR));
  }

  /** What the JVM is to run. */
  static List<String> main(FunctionModule function) {
    return List.of("dialtone.actionloop.ActionLoop", function.actionClass());
  }

  @SafeVarargs
  static List<String> join(List<String>... parts) {
    List<String> joined = new ArrayList<>();
    for (List<String> part : parts) {
      joined.addAll(part);
    }
    return joined;
  }
}
