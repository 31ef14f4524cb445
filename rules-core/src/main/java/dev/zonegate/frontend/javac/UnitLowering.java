package dev.zonegate.frontend.javac;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.zonegate.model.Node;
import java.util.ArrayList;
import java.util.List;

/** The parts that lower one compilation unit together. */
final class UnitLowering {
  final UnitScope scope;
  final TypeNodes types;
  final Annotations annotations;
  final Names names;
  final Calls calls;
  final Expressions expressions;
  final Patterns patterns;
  final Cases cases;
  final Variables variables;
  final Statements statements;
  final Declarations declarations;
  final Units units;

  UnitLowering(UnitScope scope) {
    this.scope = scope;
    types = new TypeNodes(this);
    annotations = new Annotations(this);
    names = new Names(this);
    calls = new Calls(this);
    expressions = new Expressions(this);
    patterns = new Patterns(this);
    cases = new Cases(this);
    variables = new Variables(this);
    statements = new Statements(this);
    declarations = new Declarations(this);
    units = new Units(this);
  }

  /** What can be lowered of the direct parts of a tree that as a whole cannot. */
  List<Node> salvage(Tree tree) {
    List<Tree> parts = new ArrayList<>();
    if (tree instanceof ErroneousTree broken) {
      if (broken.getErrorTrees() != null) {
        parts.addAll(broken.getErrorTrees());
      }
    } else {
      tree.accept(
          new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree part, Void unused) {
              if (part != null) {
                parts.add(part);
              }
              return null;
            }
          },
          null);
    }
    List<Node> lowered = new ArrayList<>();
    for (Tree part : parts) {
      lowered.addAll(any(part));
    }
    return lowered;
  }

  private List<? extends Node> any(Tree tree) {
    if (tree instanceof ExpressionTree expression) {
      return List.of(expressions.lower(expression));
    }
    if (tree instanceof StatementTree statement) {
      return statements.all(List.of(statement), -1, Integer.MAX_VALUE);
    }
    if (tree instanceof ClassTree || tree instanceof MethodTree) {
      return declarations.members(List.of(tree), List.of());
    }
    return salvage(tree);
  }
}
