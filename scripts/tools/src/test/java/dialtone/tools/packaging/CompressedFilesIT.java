package dialtone.tools.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a package's large files go through: zstd here, {@code unzstd} on the host. */
class CompressedFilesIT {
  private static final int LARGE = 1 << 20;

  @TempDir private Path work;
  private Path image;

  @BeforeEach
  void makeImage() throws IOException {
    image = Files.createDirectories(work.resolve("image"));
  }

  @Test
  void largeFilesComeBackAsTheyWereAndSmallOnesAreLeftAlone() throws Exception {
    byte[] library = write("lib/server/libjvm.so", LARGE);
    byte[] modules = write("lib/modules", LARGE + 1);
    byte[] small = write("lib/small", 1000);
    runnable(image.resolve("lib/server/libjvm.so"));

    compress();

    assertThat(files())
        .containsExactly("lib/modules.zst", "lib/server/libjvm.so.zst", "lib/small", "unzstd");
    assertThat(image.resolve("lib/modules.zst")).satisfies(file -> isSmallerThan(file, LARGE));

    assertThat(Unpacked.unzstd(image)).isEmpty();
    assertThat(files())
        .containsExactly("lib/modules", "lib/server/libjvm.so", "lib/small", "unzstd");
    assertThat(image.resolve("lib/server/libjvm.so")).hasBinaryContent(library).isExecutable();
    assertThat(image.resolve("lib/modules")).hasBinaryContent(modules);
    assertThat(image.resolve("lib/small")).hasBinaryContent(small);
    assertThat(Files.isExecutable(image.resolve("lib/modules"))).isFalse();
  }

  @Test
  void startedAgainItFindsNothingToDo() throws Exception {
    byte[] modules = write("modules", LARGE);
    compress();
    assertThat(Unpacked.unzstd(image)).isEmpty();
    assertThat(Unpacked.unzstd(image)).isEmpty();
    assertThat(image.resolve("modules")).hasBinaryContent(modules);
  }

  @Test
  void whatAnEarlierStartLeftHalfDoneIsDoneAgain() throws Exception {
    byte[] modules = write("modules", LARGE);
    compress();
    Files.write(image.resolve("modules"), new byte[LARGE * 2]);
    assertThat(Unpacked.unzstd(image)).isEmpty();
    assertThat(image.resolve("modules")).hasBinaryContent(modules);
  }

  @Test
  void aDamagedFileIsNamed() throws Exception {
    write("lib/modules", LARGE);
    compress();
    Path compressed = image.resolve("lib/modules.zst");
    try (FileChannel channel = FileChannel.open(compressed, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), Files.size(compressed) / 2);
    }
    assertThat(Unpacked.unzstd(image)).contains("cannot decompress ./lib/modules.zst: ");
  }

  @Test
  void aFileThatIsCutOffOrNoneOfZstdsIsNamed() throws Exception {
    write("a", LARGE);
    write("b", LARGE);
    write("c", LARGE);
    compress();
    cut(image.resolve("a.zst"), LARGE / 10);
    cut(image.resolve("b.zst"), 3);
    cut(image.resolve("c.zst"), 0);
    assertThat(Unpacked.unzstd(image).lines())
        .containsExactlyInAnyOrder(
            "unzstd: cannot decompress ./a.zst: Src size is incorrect",
            "unzstd: cannot decompress ./b.zst: it is not a zstd frame that tells its size",
            "unzstd: cannot read ./c.zst: Invalid argument");
  }

  @Test
  void whoMayNotWriteIsToldWhichFile() throws Exception {
    write("modules", LARGE);
    compress();
    Files.setPosixFilePermissions(image, PosixFilePermissions.fromString("r-xr-xr-x"));
    assertThat(Unpacked.said(image, Anybody.runs("./unzstd").toArray(String[]::new)))
        .isEqualTo("unzstd: cannot write ./modules: Permission denied\n");
    Files.setPosixFilePermissions(image, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void whatEndsAProcessOfItsIsTold() throws Exception {
    write("modules", LARGE);
    compress();
    // SIGXFSZ
    assertThat(Unpacked.said(image, "sh", "-c", "ulimit -c 0; ulimit -f 1024; exec ./unzstd"))
        .isEqualTo("unzstd: ended by signal 25\n");
  }

  @Test
  void aLibraryThatManyPackagesHaveIsCompressedOnce() throws Exception {
    write("libjvm.so", LARGE);
    compress();
    image = Files.createDirectories(work.resolve("another image"));
    write("libjvm.so", LARGE);
    compress();
    assertThat(kept()).isEqualTo(1);

    image = Files.createDirectories(work.resolve("a later image"));
    write("libjvm.so", LARGE + 1);
    compress();
    assertThat(kept()).isEqualTo(2);
  }

  @Test
  void theProgramCompilesWithoutAWarningAndNeedsNoLibrary() throws Exception {
    Path source = work.resolve("unzstd.c");
    try (var text = CompressedFiles.class.getResourceAsStream("unzstd.c")) {
      Files.copy(text, source);
    }
    String strict = "gcc -std=c11 -O2 -Wall -Wextra -Werror -c -o unzstd.o unzstd.c";
    assertThat(Program.run(work, List.of(strict.split(" ", -1)))).isEmpty();

    compress();
    assertThat(Program.run(image, List.of("readelf", "--dynamic", "unzstd")))
        .contains("There is no dynamic section in this file.");
  }

  /** Content that a compressor can make half of. */
  private byte[] write(String name, int size) throws IOException {
    byte[] content = new byte[size];
    Random random = new Random(size);
    for (int i = 0; i < size; i++) {
      content[i] = (byte) random.nextInt(16);
    }
    Path file = image.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    return content;
  }

  private void compress() throws IOException {
    new CompressedFiles(work.resolve("kept")).compressIn(image);
    Unzstd.addTo(image);
  }

  private List<String> files() throws IOException {
    return FileTree.files(image).stream()
        .map(file -> image.relativize(file).toString())
        .filter(file -> !file.startsWith("legal/"))
        .toList();
  }

  private long kept() throws IOException {
    try (Stream<Path> files = Files.list(work.resolve("kept"))) {
      return files.count();
    }
  }

  private static void isSmallerThan(Path file, long size) {
    assertThat(file.toFile().length()).isLessThan(size);
  }

  private static void runnable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void cut(Path file, long size) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.truncate(size);
    }
  }
}
