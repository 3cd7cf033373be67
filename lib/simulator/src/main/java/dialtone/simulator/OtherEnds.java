package dialtone.simulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each of those who may be called does, by a pattern of their address in which {@code *}
 * stands for anything: {@code +15035551212}, {@code +1503*}, {@code sip:bob@*}. A SIP URI is also
 * found by its user part alone. The first pattern that fits holds; whoever fits none answers.
 */
public final class OtherEnds {
  private final Map<String, OtherEnd> byPattern;

  private OtherEnds(Map<String, OtherEnd> byPattern) {
    this.byPattern = byPattern;
  }

  /** Everybody does the same. */
  public static OtherEnds all(OtherEnd same) {
    return new OtherEnds(Map.of("*", same));
  }

  /** Each does what its pattern says, in this order. */
  public static OtherEnds of(Map<String, OtherEnd> byPattern) {
    return new OtherEnds(new LinkedHashMap<>(byPattern));
  }

  /** What is behind each pattern, in order. */
  public Map<String, OtherEnd> byPattern() {
    return new LinkedHashMap<>(byPattern);
  }

  OtherEnd at(String address) {
    String user = address.replaceFirst("^sips?:", "").replaceFirst("[@;].*$", "");
    return byPattern.entrySet().stream()
        .filter(each -> fits(each.getKey(), address) || fits(each.getKey(), user))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(OtherEnd.OBLIGING);
  }

  private static boolean fits(String pattern, String address) {
    String regex =
        Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
    return address.matches(regex);
  }
}
