package dialtone.simulator.twiml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML into elements. No document type is read and no entity is ever fetched. */
final class XmlReader {
  private final XMLStreamReader in;

  private XmlReader(XMLStreamReader in) {
    this.in = in;
  }

  /**
   * The root element of a document.
   *
   * @throws XMLStreamException if the text is not well-formed
   */
  static Element read(String xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader in = factory.createXMLStreamReader(new StringReader(xml));
    try {
      in.nextTag();
      Element root = new XmlReader(in).element();
      while (in.hasNext()) {
        in.next();
      }
      return root;
    } finally {
      in.close();
    }
  }

  private Element element() throws XMLStreamException {
    String name = in.getLocalName();
    int line = in.getLocation().getLineNumber();
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < in.getAttributeCount(); i++) {
      attributes.put(in.getAttributeLocalName(i), in.getAttributeValue(i));
    }
    StringBuilder text = new StringBuilder();
    List<Element> children = new ArrayList<>();
    while (in.next() != XMLStreamConstants.END_ELEMENT) {
      if (in.isStartElement()) {
        children.add(element());
      } else if (in.isCharacters()) {
        text.append(in.getText());
      }
    }
    return new Element(name, attributes, text.toString().strip(), children, line);
  }
}
