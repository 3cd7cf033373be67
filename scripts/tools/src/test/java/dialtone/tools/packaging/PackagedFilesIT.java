package dialtone.tools.packaging;

import static dialtone.tools.packaging.PackagedOutgoing.ENVIRONMENT;
import static dialtone.tools.packaging.PackagedOutgoing.PATIENCE;
import static dialtone.tools.packaging.PackagedOutgoing.assertIsDialled;
import static dialtone.tools.packaging.PackagedOutgoing.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dialtone.tools.actionloop.ActionLoopHost;
import dialtone.tools.actionloop.HostException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A package's files on a host: there or not, and who may read and write them. */
class PackagedFilesIT {
  private static Path zip;

  @TempDir private Path work;

  @BeforeAll
  static void packageOneFunction() {
    zip = PackagedOutgoing.zip();
  }

  @Test
  void itsClassesComeReadyFromItsCache() throws IOException {
    assertThat(mainClassLoading(ActionLoopHost.unpack(zip))).contains("shared objects file");
  }

  @Test
  void withoutItsCacheItAnswersAllTheSame() throws Exception {
    for (byte[] content : new byte[][] {null, "no cache".getBytes(StandardCharsets.UTF_8)}) {
      Path directory = Unpacked.of(zip);
      Path cache = cache(directory);
      Files.delete(cache);
      if (content != null) {
        Files.write(cache, content);
      }
      assertThat(mainClassLoading(directory)).contains(StartCommand.JAR);
    }
  }

  @Test
  void whoeverMayNotReadItsCacheIsAnsweredAllTheSame() throws IOException, InterruptedException {
    Path directory = Unpacked.of(zip);
    Files.setPosixFilePermissions(cache(directory), Set.of());
    List<String> head = Anybody.runs("head", "-c", "1", cache(directory).toString());
    assertThat(new ProcessBuilder(head).start().waitFor()).as("may not read").isNotZero();
    try (ActionLoopHost host =
        ActionLoopHost.start(forAnybody(directory), ENVIRONMENT, false, PATIENCE)) {
      assertIsDialled(host);
    }
    FileTree.delete(directory.getParent());
  }

  @Test
  void startedOnceAUserWhoMayNotWriteWhereItIsRunsIt() throws Exception {
    Path directory = readOnly(Unpacked.of(zip));
    Map<Path, String> before = state(directory);

    try (ActionLoopHost host =
        ActionLoopHost.start(forAnybody(directory), ENVIRONMENT, false, PATIENCE)) {
      assertIsDialled(host);
      assertThat(state(directory)).isEqualTo(before);
    }
    deleteReadOnly(directory);
  }

  @Test
  void aUserWhoMayNotWriteWhereItIsUnpackedIsToldSo() throws Exception {
    Path directory = readOnly(ActionLoopHost.unpack(zip));

    assertThatThrownBy(
            () -> ActionLoopHost.start(forAnybody(directory), ENVIRONMENT, false, PATIENCE))
        .isInstanceOf(HostException.class)
        .hasMessageContaining("unzstd: cannot write ./lib/modules: Permission denied");
    deleteReadOnly(directory);
  }

  /** Has it answer a call, and tells where the JVM had its main class from. */
  private String mainClassLoading(Path directory) throws IOException {
    Path log = work.resolve("class-loadings");
    Map<String, String> logging = with("JAVA_TOOL_OPTIONS", "-Xlog:class+load:file=" + log);
    try (ActionLoopHost host = ActionLoopHost.start(directory, logging, false, PATIENCE)) {
      assertIsDialled(host);
    }
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains("dialtone.actionloop.ActionLoop source: "))
          .findFirst()
          .orElseThrow();
    }
  }

  private static Path cache(Path directory) {
    return Stream.of(StartCache.AOT, StartCache.CDS)
        .map(directory::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow();
  }

  /** A directory whose {@code exec} starts another's as somebody whom modes keep out. */
  private Path forAnybody(Path directory) throws IOException {
    Path starter = Files.createDirectories(work.resolve("host/action"));
    Path exec = starter.resolve("exec");
    String command = String.join(" ", Anybody.runs(directory.resolve("exec").toString()));
    Files.writeString(exec, "#!/bin/sh\nexec " + command + "\n");
    assertThat(exec.toFile().setExecutable(true)).isTrue();
    return starter;
  }

  private static List<Path> tree(Path directory) throws IOException {
    try (Stream<Path> found = Files.walk(directory)) {
      return new ArrayList<>(found.toList());
    }
  }

  /** Lets nobody write into it whom modes keep out. */
  private static Path readOnly(Path directory) throws IOException, InterruptedException {
    for (Path path : tree(directory)) {
      Files.setPosixFilePermissions(
          path,
          PosixFilePermissions.fromString(Files.isExecutable(path) ? "r-xr-xr-x" : "r--r--r--"));
    }
    List<String> touch = Anybody.runs("touch", directory.resolve("new").toString());
    assertThat(new ProcessBuilder(touch).start().waitFor()).as("may not write").isNotZero();
    return directory;
  }

  private static void deleteReadOnly(Path directory) throws IOException {
    for (Path path : tree(directory)) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    FileTree.delete(directory.getParent());
  }

  private static Map<Path, String> state(Path directory) throws IOException {
    Map<Path, String> state = new TreeMap<>();
    for (Path path : tree(directory)) {
      state.put(path, Files.size(path) + " " + Files.getLastModifiedTime(path));
    }
    return state;
  }
}
