package dialtone.tools.smoke;

import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import org.xmlunit.XMLUnitException;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.diff.Diff;

/** What is different between an answer and the TwiML that was expected. */
public final class Difference {
  private Difference() {}

  static Optional<String> of(HttpResponse<String> answer, String verbs) {
    return of(
        answer.statusCode(), answer.headers().firstValue("Content-Type"), answer.body(), verbs);
  }

  /**
   * Compares as documents: the order of attributes and the white space between tags are free.
   *
   * @param verbs what {@code <Response>} is to hold
   * @return empty if the answer is the TwiML that was expected
   */
  public static Optional<String> of(
      int status, Optional<String> contentType, String body, String verbs) {
    if (status != 200) {
      return Optional.of("status " + status + ": " + body.strip());
    }
    String type = contentType.orElse("none");
    if (!type.toLowerCase(Locale.ROOT).startsWith("text/xml")) {
      return Optional.of("content type " + type + ": expected text/xml");
    }
    String expected = "<Response>" + verbs + "</Response>";
    try {
      Diff diff = DiffBuilder.compare(expected).withTest(body).ignoreWhitespace().build();
      return diff.hasDifferences()
          ? Optional.of("expected " + expected + System.lineSeparator() + "       got      " + body)
          : Optional.empty();
    } catch (XMLUnitException e) {
      return Optional.of("no XML document (" + e.getMessage() + "): " + body);
    }
  }
}
