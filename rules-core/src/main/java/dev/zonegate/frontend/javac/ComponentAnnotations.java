package dev.zonegate.frontend.javac;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.zonegate.frontend.Tokens;
import dev.zonegate.model.Annotation;
import dev.zonegate.model.Decl;
import dev.zonegate.model.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The annotations of a record's components that apply to parameters alone. Attribution takes them
 * off the components; the constructor that javac makes has copies of them, which know where they
 * start but not where they end.
 */
final class ComponentAnnotations {
  private final UnitLowering unit;
  private final UnitScope scope;
  private final Tokens tokens;
  private final List<AnnotationTree> copies = new ArrayList<>();

  ComponentAnnotations(UnitLowering unit, ClassTree type) {
    this.unit = unit;
    this.scope = unit.scope;
    this.tokens = unit.scope.tokens();
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree method && method.getReturnType() == null) {
        for (VariableTree each : method.getParameters()) {
          copies.addAll(each.getModifiers().getAnnotations());
        }
      }
    }
  }

  /** A component with all that is written on it. */
  Decl.Param complete(Decl.Param component) {
    List<Annotation> all = new ArrayList<>(component.annotations());
    for (AnnotationTree each : copies) {
      int start = scope.start(each);
      Span at = start < 0 ? Span.NONE : scope.span(start, start);
      boolean isWithin = component.span().contains(at) && at.isBefore(component.nameSpan());
      if (isWithin && all.stream().noneMatch(known -> isAt(known.span(), at))) {
        new Ends().scan(each, null);
        all.addAll(unit.annotations.all(List.of(each)));
      }
    }
    all.sort(Comparator.comparing(Annotation::span));
    return all.size() == component.annotations().size() ? component : with(component, all);
  }

  private static Decl.Param with(Decl.Param component, List<Annotation> annotations) {
    return new Decl.Param(
        component.span(),
        component.nameSpan(),
        component.name(),
        component.modifiers(),
        List.copyOf(annotations),
        component.type(),
        component.isVarargs(),
        component.symbol());
  }

  private static boolean isAt(Span span, Span start) {
    return span.startLine() == start.startLine() && span.startColumn() == start.startColumn();
  }

  /** Tells where the parts of a copy end, the inner ones first. */
  private final class Ends extends TreeScanner<Void, Void> {
    @Override
    public Void scan(Tree tree, Void nothing) {
      super.scan(tree, null);
      if (tree != null && scope.start(tree) >= 0 && scope.end(tree) < 0) {
        scope.endsAt(tree, end(tree));
      }
      return null;
    }

    private int end(Tree tree) {
      if (tree instanceof AssignmentTree pair) {
        return scope.end(pair.getExpression());
      }
      if (tree instanceof BinaryTree operation) {
        return scope.end(operation.getRightOperand());
      }
      if (tree instanceof UnaryTree operation) {
        return scope.end(operation.getExpression());
      }
      if (tree instanceof ConditionalExpressionTree choice) {
        return scope.end(choice.getFalseExpression());
      }
      if (tree instanceof TypeCastTree cast) {
        return scope.end(cast.getExpression());
      }
      return tokens.get(last(tree, scope.firstToken(tree))).end();
    }

    private int last(Tree tree, int first) {
      if (tree instanceof AnnotationTree) {
        int name = lastOfName(first + 1);
        return is(name + 1, "(") ? tokens.closing(name + 1) : name;
      }
      if (tree instanceof MemberSelectTree access) {
        return tokens.firstFrom(scope.end(access.getExpression())) + 1;
      }
      boolean isSigned = is(first, "-") || is(first, "+");
      return is(first, "{") || is(first, "(")
          ? tokens.closing(first)
          : isSigned ? first + 1 : first;
    }

    private int lastOfName(int first) {
      int last = first;
      while (is(last + 1, ".")) {
        last += 2;
      }
      return Math.min(last, tokens.size() - 1);
    }

    private boolean is(int at, String text) {
      return at < tokens.size() && tokens.get(at).is(text);
    }
  }
}
