package dialtone.simulator.twiml;

import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;

/**
 * A TwiML document as Twilio would do it.
 *
 * @param verbs what it would do, in order; nothing, if it cannot read the document
 * @param flaws what it would log
 * @param leftOut what it asks for beside the call that is not simulated, as in {@code
 *     recordingStatusCallback of <Dial>}
 */
public record Document(List<Verb> verbs, List<Flaw> flaws, List<String> leftOut) {

  public Document {
    verbs = List.copyOf(verbs);
    flaws = List.copyOf(flaws);
    leftOut = List.copyOf(leftOut);
  }

  /** A document of one verb, which nothing is wrong with. */
  public static Document of(Verb verb) {
    return new Document(List.of(verb), List.of(), List.of());
  }

  /** Reads a document. */
  public static Document read(String twiml) {
    Element root;
    try {
      root = XmlReader.read(twiml);
    } catch (XMLStreamException e) {
      return broken(
          TwilioError.DOCUMENT_PARSE_FAILURE,
          "line %d, column %d: %s"
              .formatted(
                  e.getLocation().getLineNumber(), e.getLocation().getColumnNumber(), reason(e)));
    }
    if (!root.name().equals("Response")) {
      return broken(TwilioError.ROOT_IS_NO_RESPONSE, "it is <" + root.name() + ">");
    }
    SchemaCheck check = new SchemaCheck();
    Element checked = check.checked(root);
    return new Document(
        checked.children().stream().map(VerbReader::verb).toList(),
        check.flaws(),
        leftOut(checked).distinct().toList());
  }

  private static Stream<String> leftOut(Element element) {
    return Stream.concat(
        element.attributes().keySet().stream()
            .filter(attribute -> Schema.isLeftOut(element.name(), attribute))
            .map(attribute -> attribute + " of <" + element.name() + ">"),
        element.children().stream().flatMap(Document::leftOut));
  }

  /** Whether Twilio can do anything with it. */
  public boolean readable() {
    return flaws.stream().noneMatch(flaw -> flaw.breaks() && isFatal(flaw.error()));
  }

  private static boolean isFatal(TwilioError error) {
    return error == TwilioError.DOCUMENT_PARSE_FAILURE || error == TwilioError.ROOT_IS_NO_RESPONSE;
  }

  private static Document broken(TwilioError error, String detail) {
    return new Document(List.of(), List.of(Flaw.breaking(error, detail)), List.of());
  }

  /** The parser's message without the location that it begins with. */
  private static String reason(XMLStreamException e) {
    String message = String.valueOf(e.getMessage());
    int start = message.indexOf("Message: ");
    return (start < 0 ? message : message.substring(start + "Message: ".length())).strip();
  }
}
