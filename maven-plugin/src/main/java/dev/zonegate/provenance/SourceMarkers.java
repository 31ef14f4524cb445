package dev.zonegate.provenance;

import dev.zonegate.frontend.JavaScanner;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Comment;
import dev.zonegate.model.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a source says about itself: the annotation {@code @AiAuthored}, tags of SPDX that name a
 * tool, and the annotations and words in comments that a policy names. A mark covers the
 * declaration that follows; one in the head of the file covers all of it.
 */
public final class SourceMarkers {
  /** The annotation that needs no mention in a policy; found by its simple name. */
  public static final String ANNOTATION = "AiAuthored";

  private static final int HEAD_LINES = 30;
  private static final int MOST = 200;
  private static final Set<String> TYPES = Set.of("class", "interface", "enum", "record");

  private final SpdxTags spdx = new SpdxTags(KnownAgents.load());
  private final List<String> annotations = new ArrayList<>();
  private final List<String> words = new ArrayList<>();

  /** A mark, the lines that it covers, and who wrote them by its word. */
  record Mark(LineRange covers, int line, String text, Authorship who) {}

  /**
   * Markers to look for besides {@code @AiAuthored}.
   *
   * @param configured names of annotations with {@code @} before them, and other text that a
   *     comment may hold, in any case
   */
  public SourceMarkers(List<String> configured) {
    annotations.add(ANNOTATION);
    for (String each : configured) {
      if (each.startsWith("@")) {
        annotations.add(each.substring(1));
      } else {
        words.add(each.toLowerCase(Locale.ROOT));
      }
    }
  }

  /** The marks of a Java file in order. */
  List<Mark> in(String content) {
    if (!mayHold(content)) {
      return List.of();
    }
    Tokens tokens = JavaScanner.scan(SourceText.of(content));
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i + 1 < tokens.size() && marks.size() < MOST; i++) {
      if (tokens.get(i).is("@") && !tokens.get(i + 1).is("interface")) {
        addAnnotation(tokens, i, marks);
      }
    }
    tokens.comments().forEach(each -> addComment(tokens, each, marks));
    return marks;
  }

  /** Most files hold none, and need no scan. */
  private boolean mayHold(String content) {
    if (annotations.stream().anyMatch(each -> content.contains(simple(each)))
        || spdx.nameAgent(content)) {
      return true;
    }
    String lower = words.isEmpty() ? "" : content.toLowerCase(Locale.ROOT);
    return words.stream().anyMatch(lower::contains);
  }

  private void addAnnotation(Tokens tokens, int at, List<Mark> marks) {
    int end = at + 1;
    StringBuilder name = new StringBuilder(tokens.get(end).text());
    while (end + 2 < tokens.size() && tokens.get(end + 1).is(".")) {
      name.append('.').append(tokens.get(end + 2).text());
      end += 2;
    }
    if (annotations.stream().anyMatch(each -> isMeant(each, name.toString()))) {
      int line = tokens.span(at).startLine();
      LineRange covers = new LineRange(line, endOfDeclaration(tokens, end + 1));
      marks.add(new Mark(covers, line, "@" + name, Authorship.AI));
    }
  }

  private static boolean isMeant(String wanted, String written) {
    return written.contains(".") && wanted.contains(".")
        ? written.equals(wanted)
        : simple(written).equals(simple(wanted));
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private void addComment(Tokens tokens, Comment comment, List<Mark> marks) {
    String text = comment.text().toLowerCase(Locale.ROOT);
    boolean isMeant = words.stream().anyMatch(text::contains);
    if (marks.size() >= MOST || !isMeant && !spdx.nameAgent(comment.text())) {
      return;
    }
    SourceText source = tokens.source();
    int line = comment.span().startLine();
    int end = source.offset(comment.span().endLine(), comment.span().endColumn());
    int next = tokens.firstFrom(end);
    boolean isHead = line <= HEAD_LINES && isBeforeTypes(tokens, next);
    int last =
        isHead || next >= tokens.size() ? source.lineCount() : endOfDeclaration(tokens, next);
    LineRange covers = new LineRange(isHead ? 1 : line, last);
    Authorship who = isMeant ? Authorship.AI : Authorship.MIXED;
    marks.add(new Mark(covers, line, comment.text(), who));
  }

  private static boolean isBeforeTypes(Tokens tokens, int index) {
    for (int i = 0; i < Math.min(index, tokens.size()); i++) {
      if (TYPES.contains(tokens.get(i).text())) {
        return false;
      }
    }
    return true;
  }

  /** The last line of what starts at a token: up to its body's end or its semicolon. */
  private static int endOfDeclaration(Tokens tokens, int from) {
    boolean hasValue = false;
    int at = from;
    while (at < tokens.size()) {
      String text = tokens.get(at).text();
      if (text.equals("(") || hasValue && text.equals("{")) {
        at = tokens.closing(at);
      } else if (text.equals("{")) {
        return tokens.span(tokens.closing(at)).endLine();
      } else if (text.equals(";") || text.equals(")") || text.equals("}")) {
        return tokens.span(at).endLine();
      }
      hasValue |= text.equals("=");
      at++;
    }
    return tokens.source().lineCount();
  }
}
