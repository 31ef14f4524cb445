package dev.zonegate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An element of an XML file.
 *
 * @param name with its prefix, if it has one
 * @param span from its start tag to its end tag
 * @param head its start tag
 * @param nameSpan its name in the start tag
 * @param attributes in order
 * @param contents elements and texts in order; comments are left out
 * @param identity the names of the elements around it and its own, with what they are called
 */
public record XmlElement(
    String name,
    Span span,
    Span head,
    Span nameSpan,
    List<Attribute> attributes,
    List<Content> contents,
    String identity)
    implements ResourcePart {
  /** What stands in an element. */
  public sealed interface Content permits Child, Text {}

  /** An element in an element. */
  public record Child(XmlElement element) implements Content {}

  /** Text between two tags or comments, entities resolved; CDATA is text. */
  public record Text(String value, Span span) implements Content {}

  /**
   * An attribute.
   *
   * @param value entities resolved
   * @param valueSpan without its quotes
   */
  public record Attribute(String name, String value, Span nameSpan, Span valueSpan) {}

  public XmlElement {
    attributes = List.copyOf(attributes);
    contents = List.copyOf(contents);
  }

  @Override
  public Span anchor() {
    return nameSpan;
  }

  /** The elements directly in it. */
  public List<XmlElement> children() {
    List<XmlElement> children = new ArrayList<>();
    for (Content each : contents) {
      if (each instanceof Child child) {
        children.add(child.element());
      }
    }
    return children;
  }

  /** The texts directly in it, joined. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Content each : contents) {
      if (each instanceof Text part) {
        text.append(part.value());
      }
    }
    return text.toString();
  }

  public Optional<Attribute> attribute(String wanted) {
    return attributes.stream().filter(each -> each.name().equals(wanted)).findFirst();
  }

  /** This element and all below it, in the order of their start tags. */
  public List<XmlElement> all() {
    List<XmlElement> all = new ArrayList<>();
    all.add(this);
    children().forEach(each -> all.addAll(each.all()));
    return all;
  }
}
