package dev.zonegate.engines;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks through a report that anybody may have written: bounded, and without entities. */
final class XmlReport {
  static final int LARGEST = 10 * 1024 * 1024;
  private static final int DEEPEST = 50;

  private final Path file;
  private final Reader reader;
  private final Deque<StringBuilder> texts = new ArrayDeque<>();

  /** Takes what a report holds, element by element. */
  interface Reader {
    /** An element starts; the root is at depth 1. */
    void start(String name, Map<String, String> attributes, int depth);

    /** An element ends, with the text that stands in it directly. */
    void end(String name, String text);
  }

  private XmlReport(Path file, Reader reader) {
    this.file = file;
    this.reader = reader;
  }

  /** Hands the elements of a file to a reader. */
  static void read(Path file, Reader reader) throws ReportException {
    new XmlReport(file, reader).walk(bytes(file));
  }

  /** What a report holds, if it is not too large. */
  static byte[] bytes(Path file) throws ReportException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new ReportException(
            file
                + ": is larger than "
                + LARGEST / 1024 / 1024
                + " MiB; let the engine report less, or leave it out of `zonegate.engines`");
      }
      return bytes;
    } catch (IOException e) {
      throw new ReportException(file + ": cannot be read: " + e.getClass().getSimpleName(), e);
    }
  }

  private void walk(byte[] bytes) throws ReportException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      try {
        while (xml.hasNext()) {
          take(xml, xml.next());
        }
      } finally {
        xml.close();
      }
    } catch (XMLStreamException e) {
      throw new ReportException(
          file
              + ":"
              + e.getLocation().getLineNumber()
              + ":"
              + e.getLocation().getColumnNumber()
              + ": is no report: not well-formed XML; run the engine again");
    }
  }

  private void take(XMLStreamReader xml, int event) throws ReportException {
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw refused(xml, "holds a DOCTYPE or an entity, which no report needs; remove it");
      case XMLStreamConstants.START_ELEMENT -> {
        if (texts.size() >= DEEPEST) {
          throw refused(xml, "nests too deeply for a report; run the engine again");
        }
        texts.push(new StringBuilder());
        reader.start(xml.getLocalName(), attributes(xml), texts.size());
      }
      case XMLStreamConstants.END_ELEMENT ->
          reader.end(xml.getLocalName(), texts.pop().toString().strip());
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
        if (!texts.isEmpty()) {
          texts.peek().append(xml.getText());
        }
      }
      default -> {
        // comments and the like say nothing
      }
    }
  }

  private ReportException refused(XMLStreamReader xml, String what) {
    return new ReportException(
        file
            + ":"
            + xml.getLocation().getLineNumber()
            + ":"
            + xml.getLocation().getColumnNumber()
            + ": "
            + what);
  }

  private static Map<String, String> attributes(XMLStreamReader xml) {
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(xml.getAttributeLocalName(i), xml.getAttributeValue(i));
    }
    return attributes;
  }
}
