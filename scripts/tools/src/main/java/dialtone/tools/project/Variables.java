package dialtone.tools.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The settings that project.yml's {@code ${NAME}} stand for: first the process's environment, then
 * the settings file, as the deployer has it, and last, only here, the defaults of .env.sample.
 */
public final class Variables {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

  private final List<Map<String, String>> sources;

  /**
   * @param sources the first that has a setting, even a blank one, gives it
   */
  public Variables(List<Map<String, String>> sources) {
    this.sources = List.copyOf(sources);
  }

  /**
   * The settings of a checkout.
   *
   * @param file the settings file; if none is given, {@code .env} in {@code root}, if it is there
   * @param environment the process's
   */
  public static Variables of(Path root, Optional<Path> file, Map<String, String> environment) {
    List<Map<String, String>> sources = new ArrayList<>(List.of(environment));
    Path standard = root.resolve(".env");
    file.or(() -> Optional.of(standard).filter(Files::exists))
        .ifPresent(path -> sources.add(EnvFile.read(path)));
    Path sample = root.resolve(".env.sample");
    if (Files.exists(sample)) {
      sources.add(EnvFile.read(sample));
    }
    return new Variables(sources);
  }

  /** The same settings, but for these. */
  public Variables with(Map<String, String> settings) {
    List<Map<String, String>> more = new ArrayList<>(List.of(Map.copyOf(settings)));
    more.addAll(sources);
    return new Variables(more);
  }

  /** A setting as it is written; empty if it is nowhere, blank, or a lone {@code -}. */
  public Optional<String> get(String name) {
    return raw(name).map(String::strip).filter(text -> !text.isEmpty() && !text.equals("-"));
  }

  /** The variables that a function's process gets. */
  public Map<String, String> of(ProjectFunction function) {
    Map<String, String> filled = new HashMap<>();
    function.environment().forEach((name, text) -> filled.put(name, fillIn(text)));
    return filled;
  }

  /** A text with every {@code ${NAME}} filled in; what is not set is left out. */
  String fillIn(String text) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(raw(found.group(1)).orElse("")));
  }

  private Optional<String> raw(String name) {
    return sources.stream()
        .filter(source -> source.containsKey(name))
        .map(source -> source.get(name))
        .findFirst();
  }
}
