package dialtone.tools.twilio;

import dialtone.tools.command.UserMistake;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills in dollar-brace names: a variable's from the stack's values or the environment, and {@code
 * package/function} with that function's URL. {@code sid:} is left for later. A doubled dollar
 * stands for one, and for nothing more.
 *
 * @param variables a variable's value by its name; empty if it is not set
 * @param functionUrls a function's URL; throws a {@link UserMistake} if there is none
 */
record Substitution(
    Function<String, Optional<String>> variables, Function<String, String> functionUrls) {
  private static final Pattern REFERENCE = Pattern.compile("\\$(\\$)?\\{([^{}$]*)}");
  private static final Pattern FUNCTION = Pattern.compile("[A-Za-z0-9_-]+/[A-Za-z0-9_-]+");
  private static final Pattern URL_OF_FUNCTION =
      Pattern.compile("\\$\\{(" + FUNCTION.pattern() + ")}[^$]*");

  /** A text that is read as this one, whatever it holds. */
  static String escaped(String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement("$" + found.group()));
  }

  /** The value, and which function's URL it is. */
  Value value(String where, String text) {
    Matcher url = URL_OF_FUNCTION.matcher(text);
    return new Value(
        text(where, text), url.matches() ? Optional.of(url.group(1)) : Optional.empty());
  }

  String text(String where, String text) {
    return REFERENCE
        .matcher(text)
        .replaceAll((MatchResult found) -> Matcher.quoteReplacement(replacement(where, found)));
  }

  private String replacement(String where, MatchResult found) {
    String name = found.group(2);
    if (found.group(1) != null) {
      return "${" + name + "}";
    }
    if (name.startsWith("sid:")) {
      return found.group();
    }
    try {
      return FUNCTION.matcher(name).matches()
          ? functionUrls.apply(name)
          : variables
              .apply(name)
              .orElseThrow(
                  () ->
                      new UserMistake(
                          "${"
                              + name
                              + "} is not set: put it under the stack's values, in the environment"
                              + " or in .env"));
    } catch (UserMistake e) {
      throw new UserMistake(where + ": " + e.getMessage(), e);
    }
  }
}
