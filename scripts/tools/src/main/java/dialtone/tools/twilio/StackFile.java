package dialtone.tools.twilio;

import dialtone.core.host.Environment;
import dialtone.tools.command.UserMistake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * The file that describes what stacks need on Twilio, {@code scripts/twilio.yml}; the file itself
 * says how.
 *
 * @param functions where a described function's URL is
 * @param directory the names of the extensions
 */
record StackFile(
    Path path, Environment environment, FunctionUrls functions, ExtensionNames directory) {
  private static final String ANY_OTHER = "default";

  /**
   * Reads what one stack needs.
   *
   * @throws UserMistake that names the place in the file and what is expected there
   */
  Stack read(String name) {
    Section stack = stack(section(onlyStack(name)), name);
    boolean promoted = stack.flag("promoted");
    Map<String, String> values = new HashMap<>();
    stack
        .section("values")
        .ifPresent(given -> given.keys().forEach(key -> values.put(key, given.text(key))));
    stack.end();
    values.put("STACK", name);
    Substitution substitution =
        new Substitution(
            variable ->
                Optional.ofNullable(values.get(variable)).or(() -> environment.get(variable)),
            function -> functions.url(function, values, name, promoted));
    Section whole = section(substitution);
    whole.knows("stacks");
    return new Description(whole, directory).stack(name, promoted);
  }

  /** What a stack's values may be made of. */
  private Substitution onlyStack(String name) {
    return new Substitution(
        variable -> variable.equals("STACK") ? Optional.of(name) : environment.get(variable),
        function -> {
          throw new UserMistake("a function's URL cannot be a stack's value");
        });
  }

  private Section section(Substitution substitution) {
    return new Section(path.getFileName().toString(), document(), substitution);
  }

  private static Section stack(Section file, String name) {
    Section stacks =
        file.section("stacks")
            .orElseThrow(() -> new UserMistake(file.where() + ": stacks is missing"));
    return stacks
        .section(name)
        .or(() -> stacks.section(ANY_OTHER))
        .orElseThrow(
            () ->
                new UserMistake(
                    "%s: no stack \"%s\": it has %s; a stack \"%s\" would stand for any other"
                        .formatted(
                            file.where(), name, String.join(", ", stacks.keys()), ANY_OTHER)));
  }

  private Object document() {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    try {
      return new Yaml(new SafeConstructor(options)).load(Files.readString(path));
    } catch (NoSuchFileException e) {
      throw new UserMistake(path + " is not there: --file names another, import writes one", e);
    } catch (IOException e) {
      throw new UserMistake(path + " cannot be read: " + e.getMessage(), e);
    } catch (MarkedYAMLException e) {
      throw new UserMistake(path + " is no YAML: " + e.getMessage(), e);
    }
  }
}
