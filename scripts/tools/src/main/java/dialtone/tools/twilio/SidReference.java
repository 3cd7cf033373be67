package dialtone.tools.twilio;

import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code ${sid:LABEL}} in a text stands for the SID of the resource with that label. */
final class SidReference {
  private static final Pattern FORM = Pattern.compile("\\$\\{sid:([^}]+)}");

  private SidReference() {}

  static String to(String label) {
    return "${sid:" + label + "}";
  }

  static List<String> in(String text) {
    return FORM.matcher(text).results().map(found -> found.group(1)).toList();
  }

  /** The text with every reference filled in; empty while one of them is not there. */
  static Optional<String> resolve(String text, Sids sids) {
    return in(text).stream().allMatch(label -> sids.of(label).isPresent())
        ? Optional.of(replace(text, label -> sids.of(label).orElseThrow()))
        : Optional.empty();
  }

  /** For people: the name of what is referred to. */
  static String display(String text) {
    return replace(text, label -> label.substring(label.indexOf('/') + 1));
  }

  private static String replace(String text, java.util.function.UnaryOperator<String> by) {
    return FORM.matcher(text)
        .replaceAll((MatchResult found) -> Matcher.quoteReplacement(by.apply(found.group(1))));
  }
}
