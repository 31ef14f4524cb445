package dev.zonegate.rules.placeholdercode;

import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The comments of a file, each with the code that it stands beside. */
final class Remarks {
  private final SourceFile file;
  private final List<Node> code;
  private final List<Remark> all = new ArrayList<>();

  private Remarks(SourceFile file) {
    this.file = file;
    this.code =
        Stream.concat(file.all(Stmt.class).stream(), file.all(Decl.class).stream())
            .filter(each -> isPlace(file, each))
            .sorted((one, other) -> one.span().compareTo(other.span()))
            .toList();
    List<Comment> open = new ArrayList<>();
    for (Comment each : file.comments()) {
      if (!open.isEmpty() && !continues(open.get(open.size() - 1), each)) {
        add(open);
        open.clear();
      }
      open.add(each);
    }
    if (!open.isEmpty()) {
      add(open);
    }
  }

  private record Found(List<Remark> all) {}

  static List<Remark> of(SourceFile file) {
    return file.derived(Found.class, source -> new Found(List.copyOf(new Remarks(source).all)))
        .all();
  }

  /** Line comments one below the other are one remark, unless code stands before one of them. */
  private boolean continues(Comment last, Comment next) {
    return last.kind() == Comment.Kind.LINE
        && next.kind() == Comment.Kind.LINE
        && next.span().startLine() == last.span().startLine() + 1
        && isAlone(next)
        && isAlone(last);
  }

  private boolean isAlone(Comment comment) {
    return file.text()
        .lineText(comment.span().startLine())
        .substring(0, comment.span().startColumn() - 1)
        .isBlank();
  }

  private void add(List<Comment> comments) {
    Comment first = comments.get(0);
    Span span = first.span().to(comments.get(comments.size() - 1).span());
    List<String> lines = comments.stream().flatMap(Remarks::lines).toList();
    Decl.Method method = around(span);
    Node subject = subject(first, span, method);
    all.add(new Remark(first.kind(), span, lines, subject, method));
  }

  private static Stream<String> lines(Comment comment) {
    return comment
        .text()
        .replaceAll("^/\\*+|\\*+/$|^//+", "")
        .lines()
        .map(line -> line.replaceFirst("^\\s*\\*+ ?", ""));
  }

  private Decl.Method around(Span comment) {
    Decl.Method innermost = null;
    for (Decl.Method each : file.all(Decl.Method.class)) {
      if (each.body() != null && each.body().span().contains(comment)) {
        innermost = each;
      }
    }
    return innermost;
  }

  private Node subject(Comment first, Span span, Decl.Method method) {
    Node beside = isAlone(first) ? below(span, method) : before(span, method);
    if (beside != null) {
      return beside;
    }
    return method == null ? enclosing(span) : method;
  }

  /** The first of the statements on the line. */
  private Node before(Span comment, Decl.Method method) {
    Node above = null;
    for (Node each : code) {
      if (each.span().startLine() == comment.startLine()
          && each.span().isBefore(comment)
          && isIn(each, method)) {
        return each;
      }
      boolean endsHere = each.span().endLine() == comment.startLine();
      above = endsHere && isIn(each, method) && each != method ? each : above;
    }
    return above == null ? below(comment, method) : above;
  }

  private Node below(Span comment, Decl.Method method) {
    for (Node each : code) {
      if (comment.isBefore(each.span())) {
        boolean isInBlock = blockAround(comment) == blockAround(each.span()) || method == null;
        return isIn(each, method) && isInBlock ? each : null;
      }
    }
    return null;
  }

  private Stmt.Block blockAround(Span span) {
    Stmt.Block innermost = null;
    for (Stmt.Block each : file.all(Stmt.Block.class)) {
      if (each.span().contains(span) && !each.span().equals(span)) {
        innermost = each;
      }
    }
    return innermost;
  }

  private static boolean isIn(Node node, Decl.Method method) {
    return method == null || method.body().span().contains(node.span());
  }

  private Node enclosing(Span comment) {
    Node innermost = null;
    for (Decl.Type each : file.all(Decl.Type.class)) {
      if (innermost == null || each.span().contains(comment)) {
        innermost = each;
      }
    }
    return innermost;
  }

  private static boolean isPlace(SourceFile file, Node node) {
    return !(node instanceof Stmt.Block)
        && !(node instanceof Decl.Param)
        && !(node instanceof Decl.TypeParam)
        && !(node instanceof Decl.Body)
        && !(node instanceof Decl.Package)
        && !(node instanceof Stmt.Expression && file.parent(node) instanceof Expr.Lambda);
  }
}
