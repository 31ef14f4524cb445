package dev.zonegate.frontend.javac;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Span;

/** Lowers array creation and access. */
final class Arrays {
  private final UnitLowering unit;
  private final UnitScope scope;
  private final Expressions expressions;

  Arrays(UnitLowering unit, Expressions expressions) {
    this.unit = unit;
    this.scope = unit.scope;
    this.expressions = expressions;
  }

  Expr index(ArrayAccessTree tree) {
    return new Expr.Index(
        scope.span(tree),
        expressions.lower(tree.getExpression()),
        expressions.lower(tree.getIndex()),
        scope.type(tree));
  }

  Expr create(NewArrayTree tree) {
    if (tree.getType() == null) {
      return initializer(tree, scope.span(tree));
    }
    Tree element = tree.getType();
    int empty = tree.getDimensions().isEmpty() ? 1 : 0;
    while (arrayType(element) != null) {
      element = arrayType(element).getType();
      empty++;
    }
    Span span = scope.span(tree);
    return new Expr.NewArray(
        span,
        unit.types.lower(element),
        expressions.all(tree.getDimensions()),
        empty,
        tree.getInitializers() == null ? null : initializer(tree, element),
        scope.type(tree));
  }

  private Expr.ArrayInitializer initializer(NewArrayTree tree, Tree element) {
    Tokens tokens = scope.tokens();
    int end = scope.end(tree);
    int open = tokens.find("{", scope.end(element), end);
    return initializer(tree, open < 0 ? Span.NONE : scope.span(tokens.get(open).start(), end));
  }

  private Expr.ArrayInitializer initializer(NewArrayTree tree, Span span) {
    return new Expr.ArrayInitializer(
        span, expressions.all(tree.getInitializers()), scope.type(tree));
  }

  private static ArrayTypeTree arrayType(Tree tree) {
    Tree bare = tree instanceof AnnotatedTypeTree annotated ? annotated.getUnderlyingType() : tree;
    return bare instanceof ArrayTypeTree array ? array : null;
  }
}
