package dev.zonegate.copies;

import dev.zonegate.facts.MethodShape;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Node;
import dev.zonegate.model.SourceFile;
import dev.zonegate.model.Span;
import dev.zonegate.model.Stmt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The statements of one method that lie within a stretch: what of it somebody would have to keep in
 * step with the other copy.
 *
 * @param method the one that most of the stretch is in
 * @param statements the outermost ones that lie within the stretch whole
 * @param tokens how long they are
 */
record CopiedCode(SourceFile file, Decl.Method method, List<Stmt> statements, int tokens) {
  private static final Set<String> OF_EVERY_TYPE =
      Set.of("equals", "hashCode", "toString", "compareTo", "main", "builder", "copy", "clone");

  private static final int FEWEST_TOKENS = 75;

  /** Empty if there is no method in it, or nothing that does more than hold or hand on values. */
  static Optional<CopiedCode> of(SourceFile file, Span stretch) {
    return file.all(Decl.Method.class).stream()
        .filter(each -> each.body() != null && !OF_EVERY_TYPE.contains(each.name()))
        .map(each -> of(file, each, stretch))
        .filter(each -> each.tokens >= FEWEST_TOKENS && each.hasLogic())
        .max(Comparator.comparingInt(CopiedCode::tokens));
  }

  private static CopiedCode of(SourceFile file, Decl.Method method, Span stretch) {
    List<Stmt> within = new ArrayList<>();
    addWithin(method.body(), stretch, within);
    int tokens = within.stream().mapToInt(each -> MethodShape.tokens(file, each)).sum();
    return new CopiedCode(file, method, within, tokens);
  }

  private static void addWithin(Node node, Span stretch, List<Stmt> within) {
    if (node.span().isBefore(stretch) || stretch.isBefore(node.span())) {
      return;
    }
    if (node instanceof Stmt stmt
        && !(node instanceof Stmt.Block)
        && stretch.contains(node.span())) {
      within.add(stmt);
    } else {
      node.children().forEach(each -> addWithin(each, stretch, within));
    }
  }

  /** As of methods that are alike: getters that fill setters, builders and tables are none. */
  private boolean hasLogic() {
    long branches = 0;
    long lambdas = 0;
    for (Stmt each : statements) {
      branches += file.allIn(each, Stmt.class).stream().filter(CopiedCode::isBranch).count();
      lambdas += file.allIn(each, Expr.Lambda.class).size();
    }
    return branches + lambdas >= 2 || branches >= 1 && statements.size() >= 4;
  }

  private static boolean isBranch(Stmt each) {
    return each instanceof Stmt.If
        || each instanceof Stmt.ForEach
        || each instanceof Stmt.For
        || each instanceof Stmt.While
        || each instanceof Stmt.DoWhile
        || each instanceof Stmt.Try;
  }

  /** {@code OrderService.total}. */
  String name() {
    Decl.Type type = file.enclosing(method, Decl.Type.class);
    String owner = type == null ? file.path() : type.name();
    return method.isConstructor() ? owner : owner + "." + method.name();
  }

  /** From the first statement to the last. */
  Span span() {
    return statements.get(0).span().to(statements.get(statements.size() - 1).span());
  }

  /** The code without layout. */
  String text() {
    StringBuilder text = new StringBuilder();
    statements.forEach(each -> text.append(file.text(each).replaceAll("\\s+", "")).append('\n'));
    return text.toString();
  }

  /** Whether both are in methods that our own detector finds to be alike. */
  boolean isInMethodLike(CopiedCode other) {
    Optional<String> shape = MethodShape.of(file, method).map(MethodShape::shape);
    return shape.isPresent()
        && shape.equals(MethodShape.of(other.file, other.method).map(MethodShape::shape));
  }

  /** Whether Java needs one of them for each type of arguments. */
  boolean isOverloadOf(CopiedCode other) {
    return file.path().equals(other.file.path())
        && method.name().equals(other.method.name())
        && method.params().size() == other.method.params().size();
  }
}
