package dialtone.core.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The directory document that is packed with the functions: {@code dialtone/extensions.json}. */
public final class BundledDirectory implements DirectorySource {
  private static final String RESOURCE = "/dialtone/extensions.json";

  private final ExtensionDirectory directory = ExtensionDirectory.parse(document());

  @Override
  public ExtensionDirectory directory() {
    return directory;
  }

  private static String document() {
    try (InputStream in = BundledDirectory.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
