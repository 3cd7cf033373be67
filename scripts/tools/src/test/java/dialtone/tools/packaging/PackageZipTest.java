package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.actionloop.ActionLoopHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageZipTest {
  @TempDir Path work;

  @Test
  void theSameFilesGiveTheSameZipWheneverTheyWereWritten() throws IOException {
    Path file = write("lib/b", "content");
    write("lib/libc.so", "content of a library");
    write("a", "content");
    Path one = zip("one", "deflated");

    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertThat(zip("again", "deflated")).hasSameBinaryContentAs(one);
    assertThat(zip("elsewhere", "deflated elsewhere")).hasSameBinaryContentAs(one);
  }

  @Test
  void whatIsUnpackedIsWhatWasPacked() throws IOException {
    write("lib/liba.so", "a library ".repeat(1000));
    write("lib/libb.so", "");
    write("exec", "#!").toFile().setExecutable(true);

    Path unpacked = ActionLoopHost.unpack(zip("one", "deflated"));

    for (String name : new String[] {"lib/liba.so", "lib/libb.so", "exec"}) {
      assertThat(unpacked.resolve(name)).hasSameBinaryContentAs(work.resolve("image/" + name));
    }
    assertThat(unpacked.resolve("exec")).isExecutable();
    FileTree.delete(unpacked.getParent());
  }

  @Test
  void aLibraryThatManyPackagesHaveIsDeflatedOnce() throws IOException {
    Path library = write("lib/libc.so", "content of a library");
    zip("one", "deflated");
    write("a", "another package");
    zip("two", "deflated");
    assertThat(kept()).isEqualTo(1);

    Files.writeString(library, "content of a newer library");
    zip("three", "deflated");
    assertThat(kept()).isEqualTo(2);
  }

  private Path write(String name, String content) throws IOException {
    Path file = work.resolve("image").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Path zip(String name, String deflated) {
    Path zip = work.resolve(name + ".zip");
    PackageZip.ofDirectory(work.resolve("image"), new DeflatedFiles(work.resolve(deflated)), zip);
    return zip;
  }

  private long kept() throws IOException {
    try (Stream<Path> files = Files.list(work.resolve("deflated"))) {
      return files.count();
    }
  }
}
