package dev.zonegate.frontend.resource;

import dev.zonegate.model.Comment;
import dev.zonegate.model.Notification;
import dev.zonegate.model.Span;
import dev.zonegate.model.XmlElement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Reads XML with the place of every name and value, which the JDK's parsers do not tell. A document
 * type is skipped; of the entities only those that XML itself defines are resolved.
 */
final class XmlText {
  private static final Map<String, String> ENTITIES =
      Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");
  private static final List<String> CALLED = List.of("id", "name", "key", "namespace");

  private static final Pattern MYBATIS =
      Pattern.compile(
          "<!DOCTYPE\\s++(?:mapper|configuration)\\s++PUBLIC\\s++[\"']-//(?:mybatis\\.org|ibatis\\.apache\\.org)//DTD ");

  private final ResourceDraft draft;
  private final String text;
  private final Deque<Open> open = new ArrayDeque<>();
  private String documentType = "";
  private int at;

  /** An element whose end tag is not read yet. */
  private record Open(
      String name,
      int start,
      Span head,
      Span nameSpan,
      List<XmlElement.Attribute> attributes,
      List<XmlElement.Content> contents,
      String identity) {}

  /** The text is not XML at a place. */
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Malformed(String message) {
      super(message);
    }
  }

  private XmlText(ResourceDraft draft) {
    this.draft = draft;
    this.text = draft.text().content();
  }

  static void read(ResourceDraft draft) {
    XmlText reader = new XmlText(draft);
    try {
      while (reader.at < reader.text.length()) {
        reader.next();
      }
      if (!reader.open.isEmpty()) {
        throw new Malformed("`" + reader.open.peek().name() + "` is not closed");
      }
    } catch (Malformed e) {
      int place = Math.min(reader.at, reader.text.length());
      Span where = draft.text().span(place, place);
      String message = "is not XML here: " + e.getMessage() + "; it is not judged whole";
      draft.notify(Notification.Kind.SYNTAX, where, message);
      while (!reader.open.isEmpty()) {
        reader.close(place);
      }
    }
  }

  /**
   * Whether a text is a mapper or configuration of MyBatis: by its document type, or a first tag
   * {@code mapper} with a namespace. No more is read than up to that tag.
   */
  static boolean isMybatis(ResourceDraft draft) {
    XmlText reader = new XmlText(draft);
    try {
      while (reader.at < reader.text.length() && reader.open.isEmpty()) {
        reader.next();
      }
    } catch (Malformed e) {
      return false;
    }
    Open first = reader.open.peek();
    return MYBATIS.matcher(reader.documentType).lookingAt()
        || first != null && first.name().equals("mapper") && hasNamespace(first);
  }

  private static boolean hasNamespace(Open tag) {
    return tag.attributes().stream()
        .anyMatch(each -> each.name().equals("namespace") && !each.value().isBlank());
  }

  private void next() {
    if (text.startsWith("<!--", at)) {
      int end = after("-->");
      draft.comment(at, end, Comment.Kind.BLOCK);
      at = end;
    } else if (text.startsWith("<![CDATA[", at)) {
      int end = after("]]>");
      content(text.substring(at + 9, end - 3), at + 9, end - 3);
      at = end;
    } else if (text.startsWith("<?", at)) {
      at = after("?>");
    } else if (text.startsWith("<!", at)) {
      documentType();
    } else if (text.startsWith("</", at)) {
      endTag();
    } else if (text.charAt(at) == '<') {
      startTag();
    } else {
      int end = text.indexOf('<', at);
      end = end < 0 ? text.length() : end;
      content(resolved(text.substring(at, end)), at, end);
      at = end;
    }
  }

  private int after(String end) {
    int found = text.indexOf(end, at);
    if (found < 0) {
      throw new Malformed("`" + end + "` is missing");
    }
    return found + end.length();
  }

  private void content(String value, int start, int end) {
    if (!open.isEmpty() && start < end) {
      open.peek().contents().add(new XmlElement.Text(value, draft.text().span(start, end)));
    }
  }

  private void documentType() {
    int depth = 0;
    int start = at;
    for (; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"' || c == '\'') {
        int end = text.indexOf(c, at + 1);
        at = end < 0 ? text.length() : end;
      } else if (c == '[' || c == '<') {
        depth++;
      } else if (c == ']' || c == '>') {
        depth--;
      }
      if (depth == 0) {
        at++;
        break;
      }
    }
    documentType = text.substring(start, Math.min(at, text.length()));
  }

  private void endTag() {
    int start = at;
    at += 2;
    String name = name();
    skipBlanks();
    if (open.isEmpty() || !open.peek().name().equals(name)) {
      at = start;
      throw new Malformed("nothing called `" + name + "` is open");
    }
    expect('>');
    close(at);
  }

  private void close(int end) {
    Open closed = open.pop();
    XmlElement element =
        new XmlElement(
            closed.name(),
            draft.text().span(closed.start(), end),
            closed.head(),
            closed.nameSpan(),
            closed.attributes(),
            closed.contents(),
            closed.identity());
    if (open.isEmpty()) {
      draft.root(element);
    } else {
      open.peek().contents().add(new XmlElement.Child(element));
    }
  }

  private void startTag() {
    int start = at++;
    int nameStart = at;
    String name = name();
    Span nameSpan = draft.text().span(nameStart, at);
    List<XmlElement.Attribute> attributes = attributes();
    boolean isEmpty = text.startsWith("/", at);
    at += isEmpty ? 1 : 0;
    expect('>');
    if (open.size() == ResourceReader.DEEPEST) {
      throw new Malformed("elements nest too deeply");
    }
    Span head = draft.text().span(start, at);
    String identity = identity(name, attributes);
    open.push(new Open(name, start, head, nameSpan, attributes, new ArrayList<>(), identity));
    if (isEmpty) {
      close(at);
    }
  }

  private List<XmlElement.Attribute> attributes() {
    List<XmlElement.Attribute> attributes = new ArrayList<>();
    skipBlanks();
    while (at < text.length() && text.charAt(at) != '>' && text.charAt(at) != '/') {
      int nameStart = at;
      String name = name();
      Span nameSpan = draft.text().span(nameStart, at);
      skipBlanks();
      expect('=');
      skipBlanks();
      char quote = at < text.length() ? text.charAt(at) : 0;
      int end = quote == '"' || quote == '\'' ? text.indexOf(quote, at + 1) : -1;
      if (end < 0) {
        throw new Malformed("`" + name + "` has no quoted value");
      }
      Span valueSpan = draft.text().span(at + 1, end);
      String value = resolved(text.substring(at + 1, end));
      attributes.add(new XmlElement.Attribute(name, value, nameSpan, valueSpan));
      at = end + 1;
      skipBlanks();
    }
    return attributes;
  }

  private String identity(String name, List<XmlElement.Attribute> attributes) {
    String called =
        attributes.stream()
            .filter(each -> CALLED.contains(each.name()))
            .map(each -> "#" + each.value())
            .findFirst()
            .orElse("");
    return (open.isEmpty() ? "" : open.peek().identity() + "/") + name + called;
  }

  private String name() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at))) {
      at++;
    }
    if (start == at) {
      throw new Malformed("a name is missing");
    }
    return text.substring(start, at);
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || "_:-.".indexOf(c) >= 0;
  }

  private void expect(char wanted) {
    if (at >= text.length() || text.charAt(at) != wanted) {
      throw new Malformed("`" + wanted + "` is missing");
    }
    at++;
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private static String resolved(String raw) {
    if (raw.indexOf('&') < 0) {
      return raw;
    }
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < raw.length(); i++) {
      int end = raw.charAt(i) == '&' ? raw.indexOf(';', i) : -1;
      String entity = end < 0 || end - i > 10 ? null : character(raw.substring(i + 1, end));
      value.append(entity == null ? raw.substring(i, i + 1) : entity);
      i = entity == null ? i : end;
    }
    return value.toString();
  }

  /** Null if it is none that XML itself defines. */
  private static String character(String entity) {
    if (!entity.startsWith("#")) {
      return ENTITIES.get(entity);
    }
    boolean isHex = entity.startsWith("#x");
    String digits = entity.substring(isHex ? 2 : 1);
    if (!digits.matches(isHex ? "[0-9a-fA-F]{1,6}" : "\\d{1,7}")) {
      return null;
    }
    int point = Integer.parseInt(digits, isHex ? 16 : 10);
    return Character.isValidCodePoint(point) ? Character.toString(point) : null;
  }
}
