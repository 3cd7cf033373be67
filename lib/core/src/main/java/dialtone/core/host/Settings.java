package dialtone.core.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The settings of a deployment, read once, at start. A malformed one does not throw: its default is
 * used and the mistake is kept in {@link #problems}, so that a function can still put an emergency
 * call through.
 */
public final class Settings {
  private final Environment environment;
  private final List<String> problems = new ArrayList<>();
  private final List<String> missing = new ArrayList<>();

  public Settings(Environment environment) {
    this.environment = environment;
  }

  /** A setting as it is; empty if it is not set. */
  public Optional<String> text(String name) {
    return environment.get(name);
  }

  /** A whole number from {@code least} to {@code most}. */
  public int wholeNumber(String name, int least, int most, int otherwise) {
    return parsed(
            name,
            text -> {
              try {
                int number = Integer.parseInt(text);
                if (number >= least && number <= most) {
                  return number;
                }
              } catch (NumberFormatException e) {
                // the message below says what is expected
              }
              throw new IllegalArgumentException(
                  "is not a whole number from " + least + " to " + most);
            })
        .orElse(otherwise);
  }

  /**
   * A setting read by {@code parser}, which throws an {@link IllegalArgumentException} whose
   * message goes on from the setting's name and value: "is not …".
   *
   * @return empty if it is not set or malformed
   */
  public <T> Optional<T> parsed(String name, Function<String, T> parser) {
    Optional<String> text = environment.get(name);
    try {
      return text.map(parser);
    } catch (IllegalArgumentException e) {
      problems.add("setting " + name + ": \"" + text.get() + "\" " + e.getMessage());
      return Optional.empty();
    }
  }

  /**
   * The same, of a setting that can be left out but seldom should be.
   *
   * @param consequence what does not work without it
   */
  public <T> Optional<T> needed(String name, String consequence, Function<String, T> parser) {
    if (environment.get(name).isEmpty()) {
      missing.add("setting " + name + " is not set: " + consequence);
    }
    return parsed(name, parser);
  }

  /** What does not work because a setting is not set: a sentence each, naming the setting. */
  public List<String> missing() {
    return List.copyOf(missing);
  }

  /** What is wrong with the settings read so far: a sentence each, naming the setting. */
  public List<String> problems() {
    return List.copyOf(problems);
  }
}
