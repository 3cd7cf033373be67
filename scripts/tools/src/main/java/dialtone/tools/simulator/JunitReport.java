package dialtone.tools.simulator;

import dialtone.tools.command.UserMistake;
import dialtone.tools.simulator.Acceptance.Played;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report in JUnit's XML, which CI systems show. */
final class JunitReport {
  private JunitReport() {}

  static void write(Path file, List<Played> played) {
    try (Writer text = Files.newBufferedWriter(file)) {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument();
      xml.writeStartElement("testsuite");
      xml.writeAttribute("name", "acceptance");
      xml.writeAttribute("tests", String.valueOf(played.size()));
      xml.writeAttribute(
          "failures", String.valueOf(played.stream().filter(each -> !each.passed()).count()));
      xml.writeAttribute("errors", "0");
      xml.writeAttribute("skipped", "0");
      for (Played each : played) {
        write(xml, each);
      }
      xml.writeEndElement();
      xml.writeEndDocument();
      xml.close();
    } catch (IOException | XMLStreamException e) {
      throw new UserMistake("The report " + file + " cannot be written: " + e.getMessage(), e);
    }
  }

  private static void write(XMLStreamWriter xml, Played played) throws XMLStreamException {
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", "acceptance");
    xml.writeAttribute("name", played.scenario().name());
    xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", played.milliseconds() / 1000.0));
    if (!played.passed()) {
      xml.writeStartElement("failure");
      xml.writeAttribute("message", String.join("; ", played.differences()));
      played.call().timeline().forEach(entry -> text(xml, entry.story() + "\n"));
      xml.writeEndElement();
    }
    xml.writeEndElement();
  }

  private static void text(XMLStreamWriter xml, String text) {
    try {
      xml.writeCharacters(text);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }
}
