package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Zips that are the same, byte for byte, whenever what is in them is the same. */
final class PackageZip {
  /** The earliest that a zip can hold: 1980-01-01. */
  private static final long TIME = 315532800000L;

  private static final int RUNNABLE = 0100755;
  private static final int READABLE = 0100644;

  private PackageZip() {}

  /** A directory's files, with the right to be run kept; what is compressed already as it is. */
  static void ofDirectory(Path directory, Path zip) {
    try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
      out.setLevel(Deflater.BEST_COMPRESSION);
      for (Path file : FileTree.files(directory)) {
        String name = directory.relativize(file).toString();
        ZipArchiveEntry entry = entry(name, Files.isExecutable(file) ? RUNNABLE : READABLE);
        entry.setMethod(
            name.endsWith(CompressedFiles.SUFFIX) ? ZipEntry.STORED : ZipEntry.DEFLATED);
        try (InputStream content = Files.newInputStream(file)) {
          add(out, entry, content);
        }
      }
    } catch (IOException e) {
      throw new UserMistake("cannot write " + zip, e);
    }
  }

  /**
   * Some of a jar's files, the libraries' classes without debug information.
   *
   * @param level of compression: 0 in a package, which is compressed whole and better
   */
  static void ofJar(Path jar, Predicate<String> wanted, int level, Path zip) {
    try (ZipFile from = new ZipFile(jar.toFile());
        ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
      out.setLevel(level);
      List<? extends ZipEntry> entries =
          from.stream()
              .filter(entry -> !entry.isDirectory() && wanted.test(entry.getName()))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .toList();
      for (ZipEntry entry : entries) {
        try (InputStream content = from.getInputStream(entry)) {
          byte[] bytes = DebugInformation.without(entry.getName(), content.readAllBytes());
          add(out, entry(entry.getName(), READABLE), new ByteArrayInputStream(bytes));
        }
      }
    } catch (IOException e) {
      throw new UserMistake("cannot write " + zip, e);
    }
  }

  private static ZipArchiveEntry entry(String name, int mode) {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setTime(TIME);
    entry.setUnixMode(mode);
    return entry;
  }

  private static void add(ZipArchiveOutputStream out, ZipArchiveEntry entry, InputStream content)
      throws IOException {
    out.putArchiveEntry(entry);
    content.transferTo(out);
    out.closeArchiveEntry();
  }
}
