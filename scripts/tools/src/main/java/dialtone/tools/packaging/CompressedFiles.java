package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The large files of packages in the form in which a package brings them: {@code <name>.zst}.
 *
 * @param directory keeps the native libraries, which are the same in most packages
 */
record CompressedFiles(Path directory) {
  /** How the name of such a file ends. */
  static final String SUFFIX = ".zst";

  /** A smaller file is hardly smaller so than in a zip. */
  private static final long LARGE = 1 << 20;

  /** Of what is compressed once: the smallest that zstd makes with its ordinary memory. */
  private static final String SMALLEST = "-19";

  /** Of what each package has its own of: a tenth larger, in a tenth of the time. */
  private static final String FAST = "-12";

  /**
   * Compresses the large files of a package in their place.
   *
   * @throws UserMistake if this machine has no zstd; says what to install
   */
  void compressIn(Path image) throws IOException {
    for (Path file : FileTree.files(image)) {
      if (Files.size(file) >= LARGE) {
        Path compressed = file.resolveSibling(file.getFileName() + SUFFIX);
        if (file.toString().endsWith(".so")) {
          Files.copy(kept(file), compressed);
        } else {
          compress(FAST, file, compressed);
        }
        Files.setPosixFilePermissions(compressed, Files.getPosixFilePermissions(file));
        Files.delete(file);
      }
    }
  }

  private static void compress(String level, Path file, Path compressed) {
    try {
      Program.run(
          file.getParent(), List.of("zstd", "--quiet", "--force", level, file, "-o", compressed));
    } catch (UserMistake e) {
      throw new UserMistake(
          e.getMessage() + "\nInstall zstd (Debian and Ubuntu: apt install zstd).", e);
    }
  }

  private Path kept(Path file) throws IOException {
    Path kept = directory.resolve(digest(file) + SUFFIX);
    if (!Files.exists(kept)) {
      Path fresh = Files.createTempFile(Files.createDirectories(directory), "compressing", null);
      compress(SMALLEST, file, fresh);
      Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
    }
    return kept;
  }

  private static String digest(Path file) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IOException(e);
    }
  }
}
