package dialtone.core.directory;

import dialtone.core.number.E164;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Every extension, and where service codes lead. Immutable; holds only documents that passed every
 * check.
 */
public final class ExtensionDirectory {
  private final Map<String, Extension> extensions;
  private final Map<String, E164> serviceCodes;

  ExtensionDirectory(Map<String, Extension> extensions, Map<String, E164> serviceCodes) {
    this.extensions = new LinkedHashMap<>(extensions);
    this.serviceCodes = Map.copyOf(serviceCodes);
  }

  /**
   * Reads and checks a directory document.
   *
   * @throws DirectoryException if it is not JSON or breaks a rule; the message lists every mistake
   *     and names the extension that has it
   */
  public static ExtensionDirectory parse(String json) {
    return new DirectoryDocument().read(json);
  }

  /** All extensions in the document's order. */
  public Collection<Extension> extensions() {
    return List.copyOf(extensions.values());
  }

  /** The extension with a name, in any case. */
  public Optional<Extension> named(String name) {
    return Optional.ofNullable(extensions.get(name.toLowerCase(Locale.ROOT)));
  }

  /** The extension that is dialled by these digits or by this name. */
  public Optional<Extension> dialledBy(String numberOrName) {
    return extensions.values().stream()
        .filter(extension -> extension.number().filter(numberOrName::equals).isPresent())
        .findFirst()
        .or(() -> named(numberOrName));
  }

  /** The extensions that share a caller ID, in the document's order; at most ten. */
  public List<Extension> calledAt(E164 number) {
    return extensions.values().stream()
        .filter(extension -> extension.callerId().equals(number))
        .toList();
  }

  /**
   * The number that a service code such as 211 leads to; empty if the directory does not map it.
   */
  public Optional<E164> serviceNumber(String code) {
    return Optional.ofNullable(serviceCodes.get(code));
  }
}
