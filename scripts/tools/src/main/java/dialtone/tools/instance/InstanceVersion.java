package dialtone.tools.instance;

import java.util.List;

/** What {@code ops/version} answers. */
record InstanceVersion(String instance, String commit, String built, List<String> functions) {
  InstanceVersion {
    functions = functions == null ? List.of() : List.copyOf(functions);
  }

  /** The commit in short, for people. */
  String shortCommit() {
    return commit == null ? "?" : commit.replaceFirst("^([0-9a-f]{10})[0-9a-f]*", "$1");
  }
}
