package dialtone.tools.packaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The runtime's {@code java.security} without its comments, and with only the providers that its
 * modules have. The one that knows HMAC comes first: the others are then not even loaded to be
 * asked, before the first signature can be checked.
 */
final class SecurityProperties {
  private static final List<String> PROVIDERS =
      List.of("SunJCE", "SUN", "SunRsaSign", "SunEC", "SunJSSE");

  private SecurityProperties() {}

  /** Shortens the file. */
  static void shorten(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (!line.isBlank() && !line.startsWith("#") && !line.startsWith("security.provider.")) {
        lines.add(line);
      }
    }
    for (int i = 0; i < PROVIDERS.size(); i++) {
      lines.add("security.provider." + (i + 1) + "=" + PROVIDERS.get(i));
    }
    Files.write(file, lines);
  }
}
