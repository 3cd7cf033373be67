package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java runtime in a zip: the JDK's own classes, of which most are left out. */
class PackagedRuntimeIT {
  @TempDir private Path work;

  /**
   * The analysis that chooses the classes knows what a request can come to; this is about the
   * classes that it chose, those included that only threads in each other's way come to.
   */
  @Test
  void everyClassInItCanBeLoaded() throws Exception {
    Path runtime = Unpacked.of(PackagedOutgoing.zip());
    List<String> names = classesOf(runtime.resolve("lib/modules"));
    assertThat(names).contains("java.lang.Object", "java.util.concurrent.ThreadLocalRandom");

    Path list = Files.write(work.resolve("names"), names);
    Path printed = work.resolve("printed");
    Path here =
        Path.of(LoadedClasses.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    int code =
        new ProcessBuilder(
                runtime.resolve("bin/java").toString(),
                "-cp",
                here.toString(),
                LoadedClasses.class.getName())
            .redirectInput(list.toFile())
            .redirectOutput(printed.toFile())
            .redirectErrorStream(true)
            .start()
            .waitFor();
    assertThat(printed).hasContent(names.size() + " classes loaded\n");
    assertThat(code).isZero();
    FileTree.delete(runtime.getParent());
  }

  private List<String> classesOf(Path modules) {
    String listing =
        JdkFinder.ofThisMachine()
            .findForThisMachine()
            .run("jimage", work, List.of("list"), List.of(modules));
    return listing
        .lines()
        .map(String::strip)
        .filter(file -> file.endsWith(".class") && !file.equals("module-info.class"))
        .map(file -> file.substring(0, file.length() - ".class".length()).replace('/', '.'))
        .toList();
  }
}
