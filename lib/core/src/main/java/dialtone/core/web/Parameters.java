package dialtone.core.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The parameters of a query string or a form, decoded, in the order they were sent. Repeated and
 * blank ones are kept: a signature covers them.
 */
public record Parameters(List<Parameter> list) {
  public static final Parameters NONE = new Parameters(List.of());

  /** One name with its value; neither is null, both may be empty. */
  public record Parameter(String name, String value) {}

  public Parameters {
    list = List.copyOf(list);
  }

  /**
   * Reads {@code application/x-www-form-urlencoded} text. Never throws: a {@code %} that starts no
   * valid escape stands for itself, and bytes that are not UTF-8 become U+FFFD, as the WHATWG URL
   * standard has it.
   */
  public static Parameters ofForm(String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    List<Parameter> list = new ArrayList<>();
    for (int start = 0; start <= text.length(); ) {
      int end = text.indexOf('&', start);
      end = end < 0 ? text.length() : end;
      if (end > start) {
        int equals = text.indexOf('=', start);
        boolean hasValue = equals >= 0 && equals < end;
        String name = decode(text.substring(start, hasValue ? equals : end));
        list.add(new Parameter(name, hasValue ? decode(text.substring(equals + 1, end)) : ""));
      }
      start = end + 1;
    }
    return new Parameters(list);
  }

  /** The first value of a parameter; empty if it was not sent. */
  public Optional<String> first(String name) {
    for (Parameter parameter : list) {
      if (parameter.name().equals(name)) {
        return Optional.of(parameter.value());
      }
    }
    return Optional.empty();
  }

  private static String decode(String text) {
    return PercentEncoding.decode(text.replace('+', ' '));
  }
}
