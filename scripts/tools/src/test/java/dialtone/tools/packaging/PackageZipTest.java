package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageZipTest {
  @TempDir Path work;

  @Test
  void theSameFilesGiveTheSameZipWheneverTheyWereWritten() throws IOException {
    Path directory = Files.createDirectories(work.resolve("image/lib"));
    Path file = Files.writeString(directory.resolve("b"), "content");
    Files.writeString(work.resolve("image/a"), "content");
    PackageZip.ofDirectory(work.resolve("image"), work.resolve("one.zip"));

    Files.setLastModifiedTime(file, FileTime.fromMillis(0));
    PackageZip.ofDirectory(work.resolve("image"), work.resolve("two.zip"));

    assertThat(work.resolve("one.zip")).hasSameBinaryContentAs(work.resolve("two.zip"));
  }
}
