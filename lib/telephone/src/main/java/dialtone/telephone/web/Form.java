package dialtone.telephone.web;

import dialtone.telephone.bill.BillText;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The forms that a bill comes in. */
enum Form {
  JSON("application/json", ".json"),
  CSV("text/csv", ".csv"),
  HTML("text/html", ".html");

  private final String mediaType;
  private final String suffix;

  Form(String mediaType, String suffix) {
    this.mediaType = mediaType;
    this.suffix = suffix;
  }

  /** The form that a path's end asks for. */
  static Optional<Form> ofSuffix(String segment) {
    return Arrays.stream(values()).filter(form -> segment.endsWith(form.suffix)).findFirst();
  }

  /**
   * The form that an {@code Accept} header likes best (RFC 9110, 12.5.1); empty if none will do.
   */
  static Optional<Form> accepted(String accept) {
    Form best = null;
    int bestQuality = 0;
    for (Form form : values()) {
      int quality = form.quality(accept.toLowerCase(Locale.ROOT));
      if (quality > bestQuality) {
        best = form;
        bestQuality = quality;
      }
    }
    return Optional.ofNullable(best);
  }

  String without(String segment) {
    return segment.substring(0, segment.length() - suffix.length());
  }

  Answer answer(BillText bill) {
    return switch (this) {
      case JSON -> Answer.json(200, bill.json());
      case CSV -> Answer.of(200, "text/csv; charset=utf-8; header=present", bill.csv());
      case HTML -> Answer.of(200, "text/html; charset=utf-8", bill.html());
    };
  }

  /** The quality, in thousandths, of the most specific range that covers this form. */
  private int quality(String accept) {
    int quality = 0;
    int specific = 0;
    for (String range : accept.split(",", -1)) {
      String[] parts = range.split(";", -1);
      int covers = covers(parts[0].strip());
      if (covers > specific) {
        specific = covers;
        quality = 1000;
        for (int i = 1; i < parts.length; i++) {
          String parameter = parts[i].strip();
          if (parameter.matches("q=(0(\\.[0-9]{0,3})?|1(\\.0{0,3})?)")) {
            quality = new BigDecimal(parameter.substring(2)).movePointRight(3).intValueExact();
          }
        }
      }
    }
    return quality;
  }

  private int covers(String range) {
    if (range.equals(mediaType)) {
      return 3;
    }
    if (range.equals(mediaType.substring(0, mediaType.indexOf('/')) + "/*")) {
      return 2;
    }
    return range.equals("*/*") || range.isEmpty() ? 1 : 0;
  }
}
