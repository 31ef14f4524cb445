package dev.zonegate.rules.placeholdercode;

import dev.zonegate.model.Comment;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The comments of a file, each with the code that it stands beside. */
final class Remarks {
  private final SourceFile file;
  private final List<Node> code;
  private final Map<Integer, List<Node>> byFirstLine = new HashMap<>();
  private final Map<Integer, List<Node>> byLastLine = new HashMap<>();
  private final List<Remark> all = new ArrayList<>();

  private Remarks(SourceFile file) {
    this.file = file;
    this.code =
        Stream.concat(file.all(Stmt.class).stream(), file.all(Decl.class).stream())
            .filter(each -> isPlace(file, each))
            .sorted((one, other) -> one.span().compareTo(other.span()))
            .toList();
    for (Node each : code) {
      byFirstLine.computeIfAbsent(each.span().startLine(), line -> new ArrayList<>()).add(each);
      byLastLine.computeIfAbsent(each.span().endLine(), line -> new ArrayList<>()).add(each);
    }
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
    Decl.Method method = around(span);
    Node subject = subject(first, span, method);
    all.add(new Remark(first.kind(), span, List.copyOf(comments), subject, method));
  }

  private Decl.Method around(Span comment) {
    for (Node each = blockAround(comment); each != null; each = file.parent(each)) {
      if (file.parent(each) instanceof Decl.Method method && method.body() == each) {
        return method;
      }
    }
    return null;
  }

  private Node subject(Comment first, Span span, Decl.Method method) {
    Node beside = isAlone(first) ? below(span, method) : before(span, method);
    if (beside != null) {
      return beside;
    }
    return method == null ? enclosing(span) : method;
  }

  /** The first of the statements on the line, else the last that ends on it. */
  private Node before(Span comment, Decl.Method method) {
    for (Node each : byFirstLine.getOrDefault(comment.startLine(), List.of())) {
      if (each.span().isBefore(comment) && isIn(each, method)) {
        return each;
      }
    }
    Node above = null;
    for (Node each : byLastLine.getOrDefault(comment.startLine(), List.of())) {
      above = isIn(each, method) && each != method ? each : above;
    }
    return above == null ? below(comment, method) : above;
  }

  private Node below(Span comment, Decl.Method method) {
    int next = partition(code, each -> !comment.isBefore(each.span()));
    if (next == code.size()) {
      return null;
    }
    Node beside = code.get(next);
    boolean isInBlock = method == null || blockAround(comment) == blockAround(beside.span());
    return isIn(beside, method) && isInBlock ? beside : null;
  }

  /** Innermost: it is around whatever block starts last before the span. */
  private Stmt.Block blockAround(Span span) {
    List<Stmt.Block> blocks = file.all(Stmt.Block.class);
    int next = partition(blocks, each -> each.span().compareTo(span) < 0);
    for (Node each = next == 0 ? null : blocks.get(next - 1);
        each != null;
        each = file.parent(each)) {
      if (each instanceof Stmt.Block block && block.span().contains(span)) {
        return block;
      }
    }
    return null;
  }

  /** How many nodes stand before the first of which {@code isBefore} is not true. */
  private static <N extends Node> int partition(List<N> sorted, Predicate<N> isBefore) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (isBefore.test(sorted.get(middle))) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
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
