package dialtone.tools.smoke;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import org.xmlunit.XMLUnitException;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Diff;

/** What is different between an answer and the TwiML that was expected. */
final class Difference {
  private Difference() {}

  /**
   * Compares as documents: the order of attributes and the white space between tags are free.
   *
   * @return empty if the answer is the TwiML that was expected
   */
  static Optional<String> of(HttpResponse<String> answer, String verbs) {
    if (answer.statusCode() != 200) {
      return Optional.of("status " + answer.statusCode() + ": " + answer.body().strip());
    }
    String type = answer.headers().firstValue("Content-Type").orElse("none");
    if (!type.toLowerCase(Locale.ROOT).startsWith("text/xml")) {
      return Optional.of("content type " + type + ": expected text/xml");
    }
    String expected = "<Response>" + verbs + "</Response>";
    try {
      Diff diff = DiffBuilder.compare(expected).withTest(answer.body()).ignoreWhitespace().build();
      return diff.hasDifferences()
          ? Optional.of(
              "expected " + expected + System.lineSeparator() + "       got      " + answer.body())
          : Optional.empty();
    } catch (XMLUnitException e) {
      return Optional.of("no XML document (" + e.getMessage() + "): " + answer.body());
    }
  }
}
