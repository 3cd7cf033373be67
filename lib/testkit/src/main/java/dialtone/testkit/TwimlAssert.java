package dialtone.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.AbstractAssert;
import org.xmlunit.assertj3.XmlAssert;

/**
 * Compares TwiML as a document: the order of attributes and the white space between tags are free.
 */
public final class TwimlAssert extends AbstractAssert<TwimlAssert, String> {
  /** Twilio takes no document that is larger. */
  private static final int LARGEST = 64 * 1024;

  private TwimlAssert(String twiml) {
    super(twiml, TwimlAssert.class);
  }

  /** The TwiML of an action's answer, which must have status 200 and the content type of TwiML. */
  public static TwimlAssert assertThatTwiml(JsonObject response) {
    assertThat(response.get("statusCode").getAsInt()).as("statusCode").isEqualTo(200);
    assertThat(response.getAsJsonObject("headers").get("Content-Type").getAsString())
        .as("Content-Type")
        .isEqualTo("text/xml; charset=utf-8");
    return assertThatTwiml(response.get("body").getAsString());
  }

  /** A TwiML document. */
  public static TwimlAssert assertThatTwiml(String twiml) {
    return new TwimlAssert(twiml);
  }

  /** The document's {@code <Response>} holds exactly these verbs. */
  public TwimlAssert isResponse(String verbs) {
    XmlAssert.assertThat(actual)
        .and("<Response>" + verbs + "</Response>")
        .ignoreWhitespace()
        .areIdentical();
    return this;
  }

  /**
   * The document is well-formed, its root is {@code <Response>}, and Twilio would take its size.
   */
  public TwimlAssert isWellFormed() {
    XmlAssert.assertThat(actual).hasXPath("/Response");
    assertThat(actual.getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(LARGEST);
    return this;
  }
}
