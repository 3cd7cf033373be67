package dialtone.tools.packaging;

import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A version of the GNU C library: what a native library asks for, or a host has. */
record GlibcVersion(int major, int minor) implements Comparable<GlibcVersion> {
  /** Debian 11's, which is in DigitalOcean's public images of the Go kinds. */
  static final GlibcVersion HOST = new GlibcVersion(2, 31);

  private static final Pattern NAME = Pattern.compile("GLIBC_(\\d+)\\.(\\d+)");

  /** The newest version whose symbols a library asks for; empty if it asks for none. */
  static Optional<GlibcVersion> needed(Path library) {
    String bytes;
    try {
      bytes = new String(Files.readAllBytes(library), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UserMistake("cannot read " + library, e);
    }
    return NAME.matcher(bytes).results().map(GlibcVersion::of).max(Comparator.naturalOrder());
  }

  private static GlibcVersion of(MatchResult name) {
    return new GlibcVersion(Integer.parseInt(name.group(1)), Integer.parseInt(name.group(2)));
  }

  @Override
  public int compareTo(GlibcVersion other) {
    return Comparator.comparingInt(GlibcVersion::major)
        .thenComparingInt(GlibcVersion::minor)
        .compare(this, other);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
