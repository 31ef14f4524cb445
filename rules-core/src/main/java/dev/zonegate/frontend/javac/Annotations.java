package dev.zonegate.frontend.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ExpressionTree;
import dev.zonegate.frontend.Token;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Expr;
import dev.zonegate.model.Span;
import dev.zonegate.model.TypeNode;
import java.util.ArrayList;
import java.util.List;

/** Lowers annotations. */
final class Annotations {
  private final UnitLowering unit;
  private final UnitScope scope;

  Annotations(UnitLowering unit) {
    this.unit = unit;
    this.scope = unit.scope;
  }

  /** The annotations that are written; a processor may have added others. */
  List<Annotation> all(List<? extends AnnotationTree> trees) {
    if (trees.isEmpty()) {
      return List.of();
    }
    List<Annotation> lowered = new ArrayList<>(trees.size());
    for (AnnotationTree tree : trees) {
      int at = scope.firstToken(tree);
      Tokens tokens = scope.tokens();
      if (at < tokens.size() && tokens.get(at).is("@") && !isTypeDeclaration(at)) {
        lowered.add(lower(tree));
      }
    }
    return List.copyOf(lowered);
  }

  Annotation lower(AnnotationTree tree) {
    TypeNode type = unit.types.lower(tree.getAnnotationType());
    String name =
        type instanceof TypeNode.Named named ? named.name() : tree.getAnnotationType().toString();
    List<Annotation.Argument> arguments = new ArrayList<>();
    for (ExpressionTree argument : tree.getArguments()) {
      arguments.add(argument(argument));
    }
    return new Annotation(scope.span(tree), name, type.ref(), List.copyOf(arguments));
  }

  private Annotation.Argument argument(ExpressionTree tree) {
    if (!(tree instanceof AssignmentTree assignment)) {
      Expr value = unit.expressions.lower(tree);
      return new Annotation.Argument(written(tree), "value", false, value);
    }
    Expr value = unit.expressions.lower(assignment.getExpression());
    // attribution turns @A(x) into @A(value = x)
    Tokens tokens = scope.tokens();
    int first = scope.firstToken(assignment.getVariable());
    String name = assignment.getVariable().toString();
    boolean isExplicit =
        first + 1 < tokens.size()
            && tokens.get(first).kind() == Token.Kind.WORD
            && tokens.get(first).is(name)
            && tokens.get(first + 1).is("=");
    Span valueSpan = written(assignment.getExpression());
    Span span = isExplicit ? tokens.span(first).to(valueSpan) : valueSpan;
    return new Annotation.Argument(span, name, isExplicit, value);
  }

  private Span written(ExpressionTree tree) {
    return scope.span(tree);
  }

  private boolean isTypeDeclaration(int at) {
    return at + 1 < scope.tokens().size() && scope.tokens().get(at + 1).is("interface");
  }
}
