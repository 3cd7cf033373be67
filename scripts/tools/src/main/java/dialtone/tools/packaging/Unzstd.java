package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The program in a package that decompresses its large files on the host: see unzstd.c. */
final class Unzstd {
  private static final String NAME = "unzstd";

  /** Where Debian and Ubuntu keep the licences of what it is linked with. */
  private static final List<Path> LICENCES =
      List.of(
          Path.of("/usr/share/doc/libzstd-dev/copyright"),
          Path.of("/usr/share/doc/libc6-dev/copyright"));

  private Unzstd() {}

  /**
   * Compiles it into a package, and adds the licences of its libraries where this system has them.
   *
   * @throws UserMistake if this machine cannot compile it; says what to install
   */
  static void addTo(Path image) throws IOException {
    Path source = image.resolveSibling("unzstd.c");
    try (InputStream text = Unzstd.class.getResourceAsStream("unzstd.c")) {
      Files.copy(text, source, StandardCopyOption.REPLACE_EXISTING);
    }
    Path program = image.resolve(NAME);
    try {
      Program.run(
          image,
          List.of("gcc", "-std=c11", "-Os", "-static", "-s", "-Wl,--build-id=none"),
          List.of("-o", program, source, "-lzstd"));
    } catch (UserMistake e) {
      throw new UserMistake(
          e.getMessage()
              + "\nInstall a C compiler and the static libraries of C and zstd (Debian and Ubuntu:"
              + " apt install gcc libc6-dev libzstd-dev).",
          e);
    }
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    Path legal = Files.createDirectories(image.resolve("legal").resolve(NAME));
    for (Path licence : LICENCES) {
      if (Files.exists(licence)) {
        Files.copy(licence, legal.resolve(licence.getParent().getFileName()));
      }
    }
  }
}
