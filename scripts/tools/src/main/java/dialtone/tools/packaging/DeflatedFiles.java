package dialtone.tools.packaging;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Files in the form in which a zip holds them, kept by their content: deflated once, zipped often.
 */
record DeflatedFiles(Path directory) {

  /** The deflated content of a file, without any header. */
  Path of(Path file) throws IOException {
    Path kept = directory.resolve(digest(file) + ".deflated");
    if (!Files.exists(kept)) {
      Path fresh = Files.createTempFile(Files.createDirectories(directory), "deflating", null);
      Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, /* nowrap= */ true);
      try (OutputStream out = new DeflaterOutputStream(Files.newOutputStream(fresh), deflater)) {
        Files.copy(file, out);
      } finally {
        deflater.end();
      }
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
