package dev.zonegate.engine;

import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Comment;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.rule.Finding;
import java.util.List;

/**
 * Reads {@code // zonegate: allow TimeZone.implicitNow, the batch runs in UTC (until 2027-01-31)}.
 *
 * <p>With code before it on its line, such a comment covers that line. Else it covers the next line
 * of code and what follows up to the first semicolon or brace: a whole simple statement or field,
 * the head of a method, loop or lambda, never a body. The reason may go on in line comments
 * directly below.
 */
final class CommentSuppressions {
  private final SourceFile file;
  private final Targets targets;

  CommentSuppressions(SourceFile file, Targets targets) {
    this.file = file;
    this.targets = targets;
  }

  void read(List<Suppression> suppressions, List<Finding> notes) {
    if (!file.text().content().contains(AllowComment.MARK)) {
      return;
    }
    List<Comment> comments = file.comments();
    for (int i = 0; i < comments.size(); i++) {
      Comment comment = comments.get(i);
      if (comment.kind() != Comment.Kind.JAVADOC
          && comment.text().contains(AllowComment.MARK)
          && body(comment).startsWith(AllowComment.MARK)) {
        read(comment, bodyWithContinuation(comments, i), suppressions, notes);
      }
    }
  }

  private void read(
      Comment comment, String text, List<Suppression> suppressions, List<Finding> notes) {
    AllowComment allow = AllowComment.parse(text, targets);
    if (allow.fault() != null) {
      notes.add(
          SuppressionNotes.note(
              file.path(),
              comment.span(),
              Fingerprints.member(file, comment.span()),
              text,
              allow.fault(),
              allow.faulty()));
    } else if (allow.isActive()) {
      suppressions.add(
          allow.suppression(
              file.path(),
              comment.span(),
              covers(comment.span()),
              Fingerprints.member(file, comment.span())));
    }
  }

  private static String body(Comment comment) {
    String text = comment.text().substring(2);
    if (comment.kind() != Comment.Kind.LINE && text.endsWith("*/")) {
      text = text.substring(0, text.length() - 2);
    }
    return text.replaceAll("(?<![ \\t])[ \\t]*+\\R\\s*+\\*?\\s*+", " ").strip();
  }

  private String bodyWithContinuation(List<Comment> comments, int first) {
    StringBuilder text = new StringBuilder(body(comments.get(first)));
    for (int i = first + 1; i < comments.size(); i++) {
      Comment next = comments.get(i);
      Span before = comments.get(i - 1).span();
      boolean isBelow =
          next.kind() == Comment.Kind.LINE
              && comments.get(first).kind() == Comment.Kind.LINE
              && next.span().startLine() == before.endLine() + 1
              && next.span().startColumn() == before.startColumn();
      if (!isBelow || body(next).startsWith(AllowComment.MARK)) {
        break;
      }
      text.append(' ').append(body(next));
    }
    return text.toString();
  }

  private Span covers(Span comment) {
    Tokens tokens = Tokens.of(file);
    int next = tokens.firstFrom(file.text().offset(comment.endLine(), comment.endColumn()));
    if (next > 0 && tokens.span(next - 1).endLine() == comment.startLine()) {
      return line(comment.startLine());
    }
    if (next == tokens.size()) {
      return line(comment.endLine());
    }
    int last = next;
    while (last + 1 < tokens.size() && !endsHead(tokens.get(last))) {
      last++;
    }
    Span line = line(tokens.span(next).startLine());
    Span head = tokens.span(last);
    return line.contains(head) ? line : line.to(head);
  }

  private static boolean endsHead(Token token) {
    return token.is(";") || token.is("{") || token.is("}");
  }

  private Span line(int number) {
    return new Span(number, 1, number, file.text().lineText(number).length() + 1);
  }
}
