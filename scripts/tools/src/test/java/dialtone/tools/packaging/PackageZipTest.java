package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import dialtone.tools.actionloop.ActionLoopHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageZipTest {
  @TempDir Path work;

  @Test
  void theSameFilesGiveTheSameZipWheneverTheyWereWritten() throws IOException {
    Path file = write("lib/b", "content");
    write("a", "content");
    write("c.zst", "compressed");
    Path one = zip("one");

    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    assertThat(zip("again")).hasSameBinaryContentAs(one);
  }

  @Test
  void whatIsUnpackedIsWhatWasPacked() throws IOException {
    write("lib/liba.so", "a library ".repeat(1000));
    write("empty", "");
    write("lib/modules.zst", "compressed");
    write("exec", "#!").toFile().setExecutable(true);

    Path unpacked = ActionLoopHost.unpack(zip("one"));

    for (String name : new String[] {"lib/liba.so", "empty", "lib/modules.zst", "exec"}) {
      assertThat(unpacked.resolve(name)).hasSameBinaryContentAs(work.resolve("image/" + name));
    }
    assertThat(unpacked.resolve("exec")).isExecutable();
    FileTree.delete(unpacked.getParent());
  }

  @Test
  void whatIsCompressedIsNotDeflated() throws IOException {
    write("modules.zst", "a".repeat(1000));
    write("a", "a".repeat(1000));
    try (ZipFile zip = new ZipFile(zip("one").toFile())) {
      assertThat(zip.getEntry("modules.zst").getMethod()).isEqualTo(ZipEntry.STORED);
      assertThat(zip.getEntry("a").getCompressedSize()).isLessThan(100);
    }
  }

  private Path write(String name, String content) throws IOException {
    Path file = work.resolve("image").resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  private Path zip(String name) {
    Path zip = work.resolve(name + ".zip");
    PackageZip.ofDirectory(work.resolve("image"), zip);
    return zip;
  }
}
