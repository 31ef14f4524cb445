package dev.zonegate.errorprone;

import com.google.errorprone.VisitorState;
import com.google.errorprone.bugpatterns.BugChecker;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import com.sun.tools.javac.api.JavacTrees;
import java.util.ArrayList;
import java.util.List;

/**
 * The declarations around a place. A check of a whole file must ask them itself whether they
 * suppress it in a way that only Error Prone knows, such as {@code @SuppressWarnings("all")}.
 */
final class Enclosing {
  private final List<Tree> declarations = new ArrayList<>();
  private final VisitorState state;

  private Enclosing(VisitorState state) {
    this.state = state;
  }

  static Enclosing of(CompilationUnitTree unit, int offset, VisitorState state) {
    Enclosing enclosing = new Enclosing(state);
    Trees trees = JavacTrees.instance(state.context);
    enclosing.find(unit, offset, trees.getSourcePositions());
    return enclosing;
  }

  /** Whether one of them lets the check pass. */
  boolean allows(BugChecker checker) {
    return declarations.stream().anyMatch(each -> checker.isSuppressed(each, state));
  }

  private void find(CompilationUnitTree unit, int offset, SourcePositions positions) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree tree, Void unused) {
        boolean isAround =
            tree != null
                && positions.getStartPosition(unit, tree) <= offset
                && offset < positions.getEndPosition(unit, tree);
        if (!isAround) {
          return null;
        }
        if (tree instanceof ClassTree
            || tree instanceof MethodTree
            || tree instanceof VariableTree) {
          declarations.add(tree);
        }
        return super.scan(tree, null);
      }
    }.scan(unit.getTypeDecls(), null);
  }
}
