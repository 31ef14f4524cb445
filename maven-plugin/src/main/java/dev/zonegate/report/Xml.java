package dev.zonegate.report;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes XML, an element a line. What messages quote of sources may hold characters that XML cannot
 * say; they become question marks.
 */
final class Xml {
  private static final char[] NOT_XML = {'\uFFFE', '\uFFFF'};

  private final XMLStreamWriter out;
  private final Deque<Boolean> hasChildren = new ArrayDeque<>();

  private Xml(XMLStreamWriter out) {
    this.out = out;
  }

  /** What is between the declaration and the end of the document. */
  @FunctionalInterface
  interface Body {
    void write(Xml xml) throws XMLStreamException;
  }

  static void write(Writer out, Body body) throws IOException {
    try {
      XMLStreamWriter stream = XMLOutputFactory.newInstance().createXMLStreamWriter(out);
      stream.writeStartDocument("UTF-8", "1.0");
      body.write(new Xml(stream));
      stream.writeCharacters("\n");
      stream.writeEndDocument();
      stream.close();
    } catch (XMLStreamException e) {
      throw new IOException(e);
    }
  }

  /** Opens an element with attributes, given as names and values in turn. */
  Xml start(String name, Object... attributes) throws XMLStreamException {
    if (!hasChildren.isEmpty()) {
      hasChildren.pop();
      hasChildren.push(true);
    }
    out.writeCharacters("\n" + "  ".repeat(hasChildren.size()));
    out.writeStartElement(name);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      out.writeAttribute(attributes[i].toString(), clean(attributes[i + 1].toString()));
    }
    hasChildren.push(false);
    return this;
  }

  Xml text(String text) throws XMLStreamException {
    out.writeCharacters(clean(text));
    return this;
  }

  Xml end() throws XMLStreamException {
    if (hasChildren.pop()) {
      out.writeCharacters("\n" + "  ".repeat(hasChildren.size()));
    }
    out.writeEndElement();
    return this;
  }

  private static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(each -> clean.appendCodePoint(isXml(each) ? each : '?'));
    return clean.toString();
  }

  private static boolean isXml(int c) {
    boolean isControl = c < ' ' && c != '\n' && c != '\t' && c != '\r';
    boolean isHalf = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !isControl && !isHalf && c != NOT_XML[0] && c != NOT_XML[1];
  }
}
